package org.gatebook.query.order.shown;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.ShowGiftCards;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Seats;
import org.gatebook.api.order.OrderShape;
import org.gatebook.api.query.Links;
import org.gatebook.eventstore.Questions;
import org.gatebook.query.text.JsonText;
import org.gatebook.query.text.SlottedText;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.answer.RawJson;
import org.gatebook.web.page.Nesting;
import org.gatebook.web.page.Selection;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.node.ObjectNode;

/** Shows orders and positions as a client wants to see them: copies what is stored and fills the slots. */
@Component
public final class ShownOrders {

    private static final int USUAL_LENGTH = 4_000;

    /** One level deep, as the reference looks: what a path names inside a position is one piece. */
    private static final Nesting PARTS = Nesting.none()
            .and("fees")
            .and("invoice_address")
            .and("positions")
            .and("payments")
            .and("refunds");

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private final EventOffers offers;
    private final Supplier<@Nullable Seats> seats;
    private final PrintedTexts printed;
    private final Questions questions;

    ShownOrders(EventOffers offers, ObjectProvider<Seats> seats, PrintedTexts printed, Questions questions) {
        this.printed = printed;
        this.offers = offers;
        // Looked up once: the bean factory searches all its beans each time, a thirtieth of a read.
        this.seats = SingletonSupplier.ofNullable(seats::getIfAvailable);
        this.questions = questions;
    }

    /** The orders in their order, each a JSON value. */
    public List<Object> show(OrganizerSlug organizer, List<StoredOrder> orders, OrderShape shape) {
        Selection selection = selection(shape);
        Surroundings surroundings = surroundings(
                organizer,
                shape.origin(),
                cards(orders.stream().map(StoredOrder::shown).toList()),
                texts(organizer, orders.stream().map(StoredOrder::head), shape));
        surroundings.expectSeats(orders);
        return orders.stream()
                .map(order -> show(order, shape, selection, surroundings))
                .toList();
    }

    /** Positions in their order, each a JSON value. */
    public List<Object> showPositions(OrganizerSlug organizer, List<StoredPosition> positions, OrderShape shape) {
        Surroundings surroundings = surroundings(
                organizer,
                shape.origin(),
                Map.of(),
                texts(organizer, positions.stream().map(StoredPosition::order), shape));
        positions.forEach(position -> surroundings.expectSeat(position.order().event(), position.line()));
        return positions.stream()
                .map(position -> {
                    StringBuilder out = new StringBuilder();
                    PositionFiller.fill(position.line(), position.order(), surroundings, out);
                    return (Object) new RawJson(out.toString());
                })
                .toList();
    }

    /**
     * A position below another resource: it names its order's code and event, and carries empty texts of the printed
     * ticket (behaviour notes, gift cards 1.3).
     */
    public Map<String, @Nullable Object> showNested(OrganizerSlug organizer, StoredPosition position, Links links) {
        StringBuilder order = new StringBuilder();
        JsonText.object(order)
                .put("code", position.order().code())
                .put("event", position.order().event().value())
                .end();
        Surroundings surroundings = surroundings(organizer, links.origin(), Map.of(), Map.of());
        surroundings.expectSeat(position.order().event(), position.line());
        StringBuilder out = new StringBuilder();
        SlottedText.fill(
                position.line().shown(),
                out,
                new PositionFiller(position.line(), position.order(), order.toString(), "{}", surroundings));
        return ApiJson.mapper().readValue(out.toString(), OBJECT);
    }

    private Surroundings surroundings(
            OrganizerSlug organizer, String origin, Map<GiftCardId, GiftCardView> cards, Map<Long, String> texts) {
        return new Surroundings(organizer, origin, offers, seats.get(), cards, texts);
    }

    /** What was only simulated has no number and no texts. */
    private Map<Long, String> texts(OrganizerSlug organizer, Stream<StoredOrder.Head> orders, OrderShape shape) {
        return shape.pdfData()
                ? printed.of(organizer, orders.map(StoredOrder.Head::id).collect(Collectors.toSet()))
                : Map.of();
    }

    private Object show(StoredOrder order, OrderShape shape, Selection selection, Surroundings surroundings) {
        StringBuilder out = new StringBuilder(USUAL_LENGTH);
        SlottedText.fill(order.shown(), out, new OrderFiller(order, shape, selection, surroundings));
        String json = out.toString();
        return selection.isEverything()
                ? new RawJson(json)
                : selection.apply((ObjectNode) ApiJson.mapper().readTree(json), PARTS);
    }

    /** The reference fails when a part of the address is excluded; here it stays (behaviour notes, orders 5.5). */
    private static Selection selection(OrderShape shape) {
        List<String> excluded = shape.exclude().stream()
                .filter(path -> !path.startsWith("invoice_address."))
                .toList();
        return Selection.of(shape.include(), excluded);
    }

    private Map<GiftCardId, GiftCardView> cards(List<String> texts) {
        Set<GiftCardId> cards = new HashSet<>();
        for (String text : texts) {
            for (int i = text.indexOf(OrderSlots.GIFT_CARD); i >= 0; i = text.indexOf(OrderSlots.GIFT_CARD, i + 1)) {
                cards.add(new GiftCardId(Long.parseLong(text, i + 1, text.indexOf(SlottedText.END, i), 10)));
            }
        }
        return cards.isEmpty() ? Map.of() : questions.ask(new ShowGiftCards(cards, null));
    }
}
