package org.gatebook.web.form.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.web.form.Bodies.verdict;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class WorldTypesTest {

    @Test
    void a_country_has_two_letters_three_letters_or_a_name() {
        assertThat(verdict(WorldTypes.country(), "'DE'")).isEqualTo("ok DE");
        assertThat(verdict(WorldTypes.country(), "'de'")).isEqualTo("ok DE");
        assertThat(verdict(WorldTypes.country(), "'DEU'")).isEqualTo("ok DE");
        assertThat(verdict(WorldTypes.country(), "'Germany'")).isEqualTo("ok DE");
        assertThat(verdict(WorldTypes.country(), "{'code': 'AT', 'name': 'Austria'}"))
                .isEqualTo("ok AT");
        assertThat(verdict(WorldTypes.countryOrBlank(), "''")).isEqualTo("ok ");
    }

    @Test
    void other_places_are_no_choice() {
        assertThat(verdict(WorldTypes.country(), "'Nowhereland'")).isEqualTo("\"Nowhereland\" is not a valid choice.");
        assertThat(verdict(WorldTypes.country(), "'XX'")).isEqualTo("\"XX\" is not a valid choice.");
        assertThat(verdict(WorldTypes.country(), "''")).isEqualTo("\"\" is not a valid choice.");
    }

    @Test
    void kosovo_is_refused_in_other_words() {
        assertThat(verdict(WorldTypes.country(), "'XK'")).isEqualTo("Invalid country code.");
    }

    @Test
    void six_countries_have_states() {
        assertThat(Subdivisions.fault("US", "NY")).isNull();
        assertThat(Subdivisions.fault("DE", "")).isNull();
        assertThat(Subdivisions.fault("DE", "BY")).isEqualTo("States are not supported in country \"DE\".");
        assertThat(Subdivisions.fault("CN", "BJ")).isEqualTo("States are not supported in country \"CN\".");
        assertThat(Subdivisions.fault("US", "NSW"))
                .isEqualTo("\"NSW\" is not a known subdivision of the country \"US\".");
    }

    @Test
    void a_currency_is_written_in_capitals() {
        assertThat(verdict(WorldTypes.currency(), "'EUR'")).isEqualTo("ok EUR");
        assertThat(verdict(WorldTypes.currency(), "'eur'")).isEqualTo("\"eur\" is not a valid choice.");
        assertThat(verdict(WorldTypes.currency(), "'XXX'")).isEqualTo("\"XXX\" is not a valid choice.");
    }

    @Test
    void every_currency_can_be_reckoned_with() {
        assertThat(Currencies.CODES)
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(Currency.getInstance(code).getDefaultFractionDigits())
                        .isNotNegative());
    }

    @Test
    void a_telephone_number_needs_its_country() {
        assertThat(verdict(WorldTypes.phone(false), "'+49 6221 321770'")).isEqualTo("ok +496221321770");
        for (String bad : new String[] {"'12345'", "'+4912'", "'phone'"}) {
            assertThat(verdict(WorldTypes.phone(false), bad)).isEqualTo("The phone number entered is not valid.");
        }
        assertThat(verdict(WorldTypes.phone(false), "{'a': 1}")).isEqualTo("Not a valid string.");
        assertThat(verdict(WorldTypes.phone(true), "''")).isEqualTo("ok ");
    }

    @Test
    void a_text_may_come_in_several_languages() {
        assertThat(verdict(WorldTypes.localized(), "{'de': 'Karte', 'en': 'Ticket'}"))
                .isEqualTo("ok {de=Karte, en=Ticket}");
        assertThat(verdict(WorldTypes.localized(), "'Ticket'")).isEqualTo("ok {en=Ticket}");
        assertThat(verdict(WorldTypes.localized(), "{'xx': 'Ticket'}")).isEqualTo("Invalid languages included.");
        assertThat(verdict(WorldTypes.localized(), "5")).isEqualTo("Invalid data type.");
    }
}
