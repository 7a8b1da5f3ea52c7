package org.gatebook.api.medium;

import java.util.Collection;

/**
 * What a client wants to see whole instead of as a link, by the {@code expand} parameters of its request. A field that
 * is expanded cannot be written by the same request (behaviour notes, reusable media 2.4).
 *
 * @param cardOwner the owner of the linked card; has an effect only together with {@code giftCard}
 */
public record MediumExpansion(boolean giftCard, boolean cardOwner, boolean ticket, boolean customer) {

    /** Links stay links. */
    public static final MediumExpansion NONE = new MediumExpansion(false, false, false, false);

    /** What these values of {@code expand} ask for; unknown ones are ignored, lists in one value too. */
    public static MediumExpansion of(Collection<String> expand) {
        return new MediumExpansion(
                expand.contains("linked_giftcard"),
                expand.contains("linked_giftcard.owner_ticket") || expand.contains("owner_ticket"),
                expand.contains("linked_orderposition"),
                expand.contains("customer"));
    }
}
