package org.gatebook.api.medium;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a medium is made of; decides how its identifier looks (documents, reusable media). */
public enum MediumType {
    /** A printed code. */
    BARCODE("barcode"),
    /** A chip known by its unalterable number. */
    NFC_UID("nfc_uid"),
    /** A MIFARE Ultralight AES chip. */
    NFC_MF0AES("nfc_mf0aes");

    private final String wireName;

    MediumType(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the API, in events and in the read model. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The type of this name; letter case counts. Empty when there is none. */
    public static Optional<MediumType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }
}
