package org.gatebook.api.catalogue;

import java.util.Set;
import org.gatebook.api.OrganizerSlug;

/**
 * What decisions and answers about gift cards and media need to know of an organizer. The answers are those of the
 * present request: a change that committed before it began, on whatever node, is in them.
 */
public interface OrganizerCatalogue {

    /** Whose gift cards this organizer accepts: issuers with an active acceptance (behaviour notes, gift cards 1.10). */
    Set<OrganizerSlug> issuersOfAcceptedCards(OrganizerSlug acceptor);

    /** Whose reusable media this organizer looks up: acceptances that are active and include media. */
    Set<OrganizerSlug> issuersOfAcceptedMedia(OrganizerSlug acceptor);

    /** The settings for gift cards that are created by Gatebook itself. */
    GiftCardSettings giftCardSettings(OrganizerSlug organizer);

    /** The settings for reusable media. */
    MediaSettings mediaSettings(OrganizerSlug organizer);

    /** Identifiers of the organizer's sales channels; {@code web} is always among them. */
    Set<String> salesChannels(OrganizerSlug organizer);
}
