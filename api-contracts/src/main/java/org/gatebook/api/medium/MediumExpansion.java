package org.gatebook.api.medium;

import java.util.Collection;
import org.gatebook.api.query.Links;

/**
 * What a client wants to see whole instead of as a link, by the {@code expand} parameters of its request. A field that
 * is expanded cannot be written by the same request (behaviour notes, reusable media 2.4).
 *
 * @param cardOwner the owner of the linked card; has an effect only together with {@code giftCard}
 * @param links of what is shown whole
 */
public record MediumExpansion(boolean giftCard, boolean cardOwner, boolean ticket, boolean customer, Links links) {

    /** The meaning of {@code expand}, for whoever describes endpoints. */
    public static final String MEANING =
            "Shows the linked resource whole; a cancelled ticket is null then, except in a lookup. What is expanded"
                    + " cannot be written by the same request.";

    /** Links stay links. */
    public static final MediumExpansion NONE = new MediumExpansion(false, false, false, false, new Links(""));

    /** What these values of {@code expand} ask for; unknown ones are ignored, lists in one value too. */
    public static MediumExpansion of(Collection<String> expand, Links links) {
        return new MediumExpansion(
                expand.contains("linked_giftcard"),
                expand.contains("linked_giftcard.owner_ticket") || expand.contains("owner_ticket"),
                expand.contains("linked_orderposition"),
                expand.contains("customer"),
                links);
    }

    /** Whether links stay links. */
    public boolean isNone() {
        return !giftCard && !ticket && !customer;
    }
}
