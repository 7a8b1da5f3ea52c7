package org.gatebook.query.giftcard;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_GIFT_CARDS;

import java.util.Map;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.ShowGiftCard;
import org.gatebook.catalogue.acceptance.IssuerScopes;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.description.Lists;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.filter.ListDeclaration;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.request.AboutThePast;
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

    /** A deleted test order leaves its bookings behind, but no trace of itself in them (behaviour notes, orders 6.4). */
    private static final String COLUMNS = """
        b.id, b.datetime, b.value, b.text, b.info, b.acceptor,
        CASE WHEN o.id IS NOT NULL THEN b.event END AS event,
        CASE WHEN o.id IS NOT NULL THEN b.order_code END AS order_code\
        """;

    private static final String SOURCE = """
        gift_card_transaction b
        LEFT JOIN orders o
               ON o.organizer = b.acceptor AND o.code = b.order_code AND o.event = b.event AND NOT o.deleted\
        """;

    /** In the order of the card's stream: what is booked while a client pages never moves what it has seen. */
    private static final ListDeclaration BOOKED =
            ListDeclaration.of(COLUMNS, SOURCE, "b.id").usually("b.sequence");

    private final IssuerScopes scopes;
    private final GiftCardAnswers cards;
    private final JdbcClient jdbc;

    GiftCardTransactionsEndpoint(IssuerScopes scopes, GiftCardAnswers cards, JdbcClient jdbc) {
        this.scopes = scopes;
        this.cards = cards;
        this.jdbc = jdbc;
    }

    @Asks(name = "card", text = "The number of the gift card.")
    @Asks(name = IssuerScopes.INCLUDE_ACCEPTED, text = IssuerScopes.MEANING, choices = "true")
    @Answers(status = 200, text = "A page of transactions, the oldest first.")
    @Lists(GiftCardTransactionsEndpoint.class)
    @AboutThePast
    @GetMapping(TRANSACTIONS)
    Answer list(ApiRequest request, @PathVariable("card") long card) {
        if (!isReached(request, card)) {
            return Answer.notFound();
        }
        return Answer.ok(BOOKED.read(request.query(), Lookups.none())
                .within("b.card = :card", "card", card)
                .countedBy(() -> count(card))
                .reachedBy((from, to) -> stretch(card, from, to))
                .page(jdbc, GiftCardTransactionReadModel::view)
                .toJson(request.pageLinks()));
    }

    @Asks(name = "card", text = "The number of the gift card.")
    @Asks(name = "transaction", text = "The number of the transaction.")
    @Asks(name = IssuerScopes.INCLUDE_ACCEPTED, text = IssuerScopes.MEANING, choices = "true")
    @Answers(status = 200, text = "The transaction.")
    @AboutThePast
    @GetMapping(TRANSACTIONS + "{transaction}/")
    Answer show(ApiRequest request, @PathVariable("card") long card, @PathVariable("transaction") long transaction) {
        if (!isReached(request, card)) {
            return Answer.notFound();
        }
        return jdbc.sql("SELECT " + COLUMNS + " FROM " + SOURCE + " WHERE b.id = :id AND b.card = :card")
                .param("id", transaction)
                .param("card", card)
                .query(GiftCardTransactionReadModel::view)
                .optional()
                .map(Answer::ok)
                .orElseGet(Answer::notFound);
    }

    /** Everything up to the last transaction is one, but for the first event and the changes of terms. */
    private long count(long card) {
        return jdbc.sql("""
            SELECT last.sequence - (SELECT count(*) FROM gift_card_terms_change
                                    WHERE card = :card AND sequence < last.sequence)
            FROM (SELECT coalesce(max(sequence), 0) AS sequence FROM gift_card_transaction WHERE card = :card) last
            """).param("card", card).query(Long.class).single();
    }

    /**
     * Bounded on both sides: where the planner takes cards for short it reads all rows of a condition and sorts them, and
     * then these should be the page's.
     */
    private Condition stretch(long card, long from, long to) {
        var places = new BookingPlaces(
                jdbc.sql("SELECT sequence FROM gift_card_terms_change WHERE card = :card ORDER BY sequence")
                        .param("card", card)
                        .query((row, number) -> row.getLong(1))
                        .list());
        return new Condition(
                "b.sequence >= :from_place AND b.sequence < :to_place",
                Map.of("from_place", places.behind(from), "to_place", places.behind(to)));
    }

    private boolean isReached(ApiRequest request, long card) {
        return cards.show(new ShowGiftCard(new GiftCardId(card), scopes.asked(request), null))
                .isPresent();
    }
}
