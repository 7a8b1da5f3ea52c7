package org.gatebook.command.medium.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatebook.api.catalogue.MediaSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookUpMediumEndpointTest {

    /** Chips that show another number each time begin with 08 (behaviour notes, reusable media 2.7). */
    @ParameterizedTest
    @CsvSource({
        "nfc_uid, 04A1B2C3, true",
        "nfc_uid, 0, true",
        "nfc_uid, 8008, true",
        "nfc_uid, 08A1B2C3, false",
        "nfc_uid, 08, false",
        "nfc_mf0aes, 04A1B2C3, false",
        "barcode, 04A1B2C3, false",
        "unheard_of, 04A1B2C3, false"
    })
    void only_chips_with_a_number_of_their_own_come_into_being_by_being_looked_up(
            String type, String identifier, boolean made) {
        var settings = new MediaSettings(true, "EUR", "EUR", 18);

        assertThat(LookUpMediumEndpoint.comesIntoBeing(type, identifier, settings))
                .isEqualTo(made);
    }

    @Test
    void where_chips_get_no_card_none_comes_into_being() {
        var settings = new MediaSettings(true, null, "EUR", 18);

        assertThat(LookUpMediumEndpoint.comesIntoBeing("nfc_uid", "04A1B2C3", settings))
                .isFalse();
    }
}
