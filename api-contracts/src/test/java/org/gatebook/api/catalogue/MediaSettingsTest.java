package org.gatebook.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatebook.api.medium.MediumOrigin;
import org.gatebook.api.medium.MediumType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaSettingsTest {

    /** Behaviour notes, reusable media 2.5 and 2.7. */
    @ParameterizedTest
    @CsvSource({
        "NFC_MF0AES, CREATED, CHF",
        "NFC_MF0AES, LOOKED_UP, CHF",
        "NFC_MF0AES, ORDERED, CHF",
        "NFC_UID, LOOKED_UP, EUR",
        "NFC_UID, CREATED,",
        "NFC_UID, ORDERED,",
        "BARCODE, CREATED,",
        "BARCODE, LOOKED_UP,",
        "BARCODE, ORDERED,"
    })
    void a_new_medium_gets_a_card_by_its_type_and_a_plain_chip_only_by_being_looked_up(
            MediumType type, MediumOrigin origin, @Nullable String currency) {
        assertThat(new MediaSettings(true, "EUR", "CHF", 18).cardCurrencyOfNew(type, origin))
                .isEqualTo(currency);
        assertThat(new MediaSettings(true, null, null, 18).cardCurrencyOfNew(type, origin))
                .isNull();
    }
}
