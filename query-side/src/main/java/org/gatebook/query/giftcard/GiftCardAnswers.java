package org.gatebook.query.giftcard;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.CardsOwnedByOrder;
import org.gatebook.api.giftcard.GiftCardQuery.IsGiftCardCodeTaken;
import org.gatebook.api.giftcard.GiftCardQuery.ShowGiftCard;
import org.gatebook.api.giftcard.GiftCardQuery.ShowGiftCards;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.eventstore.InlineViews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what other sides ask about gift cards. */
@Component
class GiftCardAnswers {

    private final GiftCardReadModel cards;
    private final InlineViews views;
    private final OwnerTickets owners;
    private final JdbcClient jdbc;

    GiftCardAnswers(GiftCardReadModel cards, InlineViews views, OwnerTickets owners, JdbcClient jdbc) {
        this.cards = cards;
        this.views = views;
        this.owners = owners;
        this.jdbc = jdbc;
    }

    /** What the present request wrote is answered without a statement. */
    @QueryHandler
    Optional<GiftCardView> show(ShowGiftCard query) {
        return views.current(cards, query.card().aggregateId())
                .filter(card -> query.scope().reaches(card.issuer()))
                .map(card -> query.ownerTicket() == null
                        ? card
                        : owners.expand(List.of(card), query.ownerTicket()).getFirst());
    }

    @QueryHandler
    Map<GiftCardId, GiftCardView> show(ShowGiftCards query) {
        List<GiftCardView> found = jdbc.sql("SELECT * FROM gift_card WHERE id = ANY (:cards)")
                .param("cards", query.cards().stream().map(GiftCardId::number).toArray(Long[]::new))
                .query(GiftCardRow::view)
                .list();
        List<GiftCardView> shown = query.ownerTickets() == null ? found : owners.expand(found, query.ownerTickets());
        return shown.stream().collect(Collectors.toUnmodifiableMap(GiftCardView::id, Function.identity()));
    }

    @QueryHandler
    Map<GiftCardId, OrganizerSlug> ownedBy(CardsOwnedByOrder query) {
        Map<GiftCardId, OrganizerSlug> found = new LinkedHashMap<>();
        jdbc.sql("""
            SELECT c.id, c.issuer FROM order_line l JOIN gift_card c ON c.owner_ticket = l.id
            WHERE l.order_id = :order
            ORDER BY c.id
            """).param("order", query.order().number()).query(row -> {
            found.put(new GiftCardId(row.getLong("id")), new OrganizerSlug(row.getString("issuer")));
        });
        return found;
    }

    @QueryHandler
    Boolean isTaken(IsGiftCardCodeTaken query) {
        return jdbc.sql("""
            SELECT EXISTS (
                SELECT FROM gift_card
                WHERE upper(secret) = upper(:secret) AND secret = :secret
                  AND (:anybody OR issuer = ANY (:issuers))
                  AND id <> :except)
            """)
                .param("secret", query.code().value())
                .param("anybody", query.scope() == null)
                .param(
                        "issuers",
                        query.scope() == null
                                ? new String[0]
                                : slugs(query.scope().issuers()))
                .param("except", query.except() == null ? 0L : query.except().number())
                .query(Boolean.class)
                .single();
    }

    static String[] slugs(Collection<OrganizerSlug> organizers) {
        return organizers.stream().map(OrganizerSlug::value).toArray(String[]::new);
    }
}
