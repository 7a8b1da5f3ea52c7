package org.gatebook.api.catalogue;

import org.gatebook.api.medium.MediumOrigin;
import org.gatebook.api.medium.MediumType;
import org.jspecify.annotations.Nullable;

/**
 * An organizer's settings for reusable media (behaviour notes, reusable media 2.5 to 2.8).
 *
 * @param nfcUidCardCurrency ISO code of the empty gift card that a lookup of an unknown chip creates with its medium; null
 *     if lookups create nothing
 * @param nfcMf0aesCardCurrency ISO code of the empty gift card that every new medium of this type gets; null if none
 * @param barcodeIdentifierLength characters of a generated identifier
 */
public record MediaSettings(
        boolean active,
        @Nullable String nfcUidCardCurrency,
        @Nullable String nfcMf0aesCardCurrency,
        int barcodeIdentifierLength) {

    /**
     * The currency of the empty gift card that a new medium gets by itself, in place of any that its maker names.
     *
     * @return an ISO 4217 code; null where media of this type and origin get none
     */
    public @Nullable String cardCurrencyOfNew(MediumType type, MediumOrigin origin) {
        return switch (type) {
            case NFC_MF0AES -> nfcMf0aesCardCurrency;
            case NFC_UID ->
                switch (origin) {
                    case LOOKED_UP -> nfcUidCardCurrency;
                    case CREATED, ORDERED -> null;
                };
            case BARCODE -> null;
        };
    }
}
