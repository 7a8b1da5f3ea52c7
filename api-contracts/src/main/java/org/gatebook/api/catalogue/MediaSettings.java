package org.gatebook.api.catalogue;

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
        int barcodeIdentifierLength) {}
