package org.gatebook.query.giftcard;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_GIFT_CARDS;

import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.ShowGiftCard;
import org.gatebook.catalogue.acceptance.IssuerScopes;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Lists;
import org.gatebook.web.filter.ListDeclaration;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.request.ApiRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was booked on a gift card, oldest first, as far as the card itself is reached (behaviour notes, gift cards 1.8). */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_GIFT_CARDS, write = CAN_MANAGE_GIFT_CARDS)
class GiftCardTransactionsEndpoint {

    private static final String TRANSACTIONS = "/api/v1/organizers/{organizer}/giftcards/{card}/transactions/";

    private static final ListDeclaration BOOKED =
            ListDeclaration.of("*", "gift_card_transaction", "id").usually("datetime, id");

    private final IssuerScopes scopes;
    private final GiftCardAnswers cards;
    private final JdbcClient jdbc;

    GiftCardTransactionsEndpoint(IssuerScopes scopes, GiftCardAnswers cards, JdbcClient jdbc) {
        this.scopes = scopes;
        this.cards = cards;
        this.jdbc = jdbc;
    }

    @Lists(GiftCardTransactionsEndpoint.class)
    @GetMapping(TRANSACTIONS)
    Answer list(ApiRequest request, @PathVariable("card") long card) {
        if (!isReached(request, card)) {
            return Answer.notFound();
        }
        return Answer.ok(BOOKED.read(request.query(), Lookups.none())
                .within("card = :card", "card", card)
                .page(jdbc, GiftCardTransactionReadModel::view)
                .toJson(request.pageLinks()));
    }

    @GetMapping(TRANSACTIONS + "{transaction}/")
    Answer show(ApiRequest request, @PathVariable("card") long card, @PathVariable("transaction") long transaction) {
        if (!isReached(request, card)) {
            return Answer.notFound();
        }
        return jdbc.sql("SELECT * FROM gift_card_transaction WHERE id = :id AND card = :card")
                .param("id", transaction)
                .param("card", card)
                .query(GiftCardTransactionReadModel::view)
                .optional()
                .map(Answer::ok)
                .orElseGet(Answer::notFound);
    }

    private boolean isReached(ApiRequest request, long card) {
        return cards.show(new ShowGiftCard(new GiftCardId(card), scopes.asked(request), null))
                .isPresent();
    }
}
