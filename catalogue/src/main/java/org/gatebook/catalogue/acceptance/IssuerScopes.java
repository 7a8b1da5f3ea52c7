package org.gatebook.catalogue.acceptance;

import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.OrganizerCatalogue;
import org.gatebook.api.giftcard.IssuerScope;
import org.gatebook.web.request.ApiRequest;
import org.springframework.stereotype.Component;

/** Says whose gift cards a request reaches (behaviour notes, gift cards 1.2 and 1.3). */
@Component
public class IssuerScopes {

    /** Asks for cards of accepted issuers too; any value but {@code true} asks for nothing. */
    public static final String INCLUDE_ACCEPTED = "include_accepted";

    /** What it means, for the description of the API. */
    public static final String MEANING =
            "Only `true` has a meaning: cards of other issuers are reached too, as far as the organizer actively"
                    + " accepts them.";

    private final OrganizerCatalogue catalogue;

    IssuerScopes(OrganizerCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The organizer's own cards, and those of accepted issuers if the client asks for them. */
    public IssuerScope asked(ApiRequest request) {
        return "true".equals(request.query().get(INCLUDE_ACCEPTED))
                ? withAccepted(request.organizer())
                : IssuerScope.own(request.organizer());
    }

    /** The organizer's own cards and those of accepted issuers: among these a code must be unique. */
    public IssuerScope withAccepted(OrganizerSlug organizer) {
        return new IssuerScope(organizer, catalogue.issuersOfAcceptedCards(organizer));
    }
}
