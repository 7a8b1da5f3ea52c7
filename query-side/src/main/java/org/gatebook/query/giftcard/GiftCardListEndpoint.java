package org.gatebook.query.giftcard;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_GIFT_CARDS;
import static org.gatebook.web.filter.Filters.flag;
import static org.gatebook.web.filter.Filters.textIgnoringCase;

import java.util.List;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.GiftCardExpansion;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.catalogue.acceptance.IssuerScopes;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.description.Lists;
import org.gatebook.web.filter.ListDeclaration;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.page.Page;
import org.gatebook.web.request.AboutThePast;
import org.gatebook.web.request.ApiRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An organizer's gift cards, oldest first, and those that it accepts where asked (behaviour notes, gift cards 1.3). */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_GIFT_CARDS, write = CAN_MANAGE_GIFT_CARDS)
class GiftCardListEndpoint {

    private static final ListDeclaration CARDS = ListDeclaration.of("*", "gift_card", "id")
            .usually("issuance, id")
            .filteredBy(
                    textIgnoringCase("secret", "secret")
                            .meaning("Cards of this code, whatever the case of its letters."),
                    flag("testmode", "testmode").meaning("Cards for trying out, or all others."));

    private final IssuerScopes scopes;
    private final OwnerTickets owners;
    private final JdbcClient jdbc;

    GiftCardListEndpoint(IssuerScopes scopes, OwnerTickets owners, JdbcClient jdbc) {
        this.scopes = scopes;
        this.owners = owners;
        this.jdbc = jdbc;
    }

    @Asks(name = IssuerScopes.INCLUDE_ACCEPTED, text = IssuerScopes.MEANING, choices = "true")
    @Asks(name = "expand", text = GiftCardExpansion.MEANING, choices = GiftCardExpansion.OWNER_TICKET, several = true)
    @Answers(status = 200, text = "A page of cards, the oldest first.")
    @Lists(GiftCardListEndpoint.class)
    @AboutThePast
    @GetMapping("/api/v1/organizers/{organizer}/giftcards/")
    Answer list(ApiRequest request) {
        List<String> issuers = scopes.asked(request).issuers().stream()
                .map(OrganizerSlug::value)
                .toList();
        Page<GiftCardView> page = CARDS.read(request.query(), Lookups.none())
                .within("issuer in (:issuers)", "issuers", issuers)
                .page(jdbc, GiftCardRow::view);
        return Answer.ok(owners.expandIfAsked(page, request).toJson(request.pageLinks()));
    }
}
