package org.gatebook.query.order.shown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Seats;
import org.gatebook.query.text.JsonText;
import org.jspecify.annotations.Nullable;

/** What the slots of one request's orders are filled with that is not theirs: its links, the catalogue, gift cards. */
final class Surroundings {

    private final OrganizerSlug organizer;
    private final String origin;
    private final EventOffers offers;
    private final Map<GiftCardId, GiftCardView> cards;
    private final Map<Long, String> texts;
    private final @Nullable Seats seats;
    private final Map<EventSlug, Optional<EventOffer>> known = new HashMap<>();
    private final Map<EventSlug, Set<Long>> expectedSeats = new HashMap<>();
    private final Map<EventSlug, Map<Long, Seat>> knownSeats = new HashMap<>();

    /** @param origin where links start, as the client sent it */
    Surroundings(
            OrganizerSlug organizer,
            String origin,
            EventOffers offers,
            @Nullable Seats seats,
            Map<GiftCardId, GiftCardView> cards,
            Map<Long, String> texts) {
        this.organizer = organizer;
        String quoted = JsonText.quoted(origin);
        this.origin = quoted.substring(1, quoted.length() - 1);
        this.offers = offers;
        this.seats = seats;
        this.cards = cards;
        this.texts = texts;
    }

    /** Where links start, ready to stand inside a JSON string. */
    String origin() {
        return origin;
    }

    /** What the event offers; null if it is gone. */
    @Nullable
    EventOffer offer(EventSlug event) {
        return known.computeIfAbsent(event, slug -> offers.find(organizer, slug))
                .orElse(null);
    }

    /** Where the API keeps what belongs to the event, ready to stand inside a JSON string. */
    String eventAddress(EventSlug event) {
        return origin + "/api/v1/organizers/" + organizer.value() + "/events/" + event.value();
    }

    /** The texts of the printed ticket of this position; null where they are not asked for. */
    @Nullable
    String texts(long position) {
        return texts.get(position);
    }

    /** Says whose seats will be asked for, so that those of an event are looked up together. */
    void expectSeats(List<StoredOrder> orders) {
        orders.forEach(
                order -> order.lines().forEach(line -> expectSeat(order.head().event(), line)));
    }

    /** Says that this position's seat will be asked for, if it has one. */
    void expectSeat(EventSlug event, StoredLine line) {
        if (line.seat() != null) {
            expectedSeats.computeIfAbsent(event, slug -> new HashSet<>()).add(line.seat());
        }
    }

    /** The seat of a position that was expected (behaviour notes, orders 4.6). */
    void seat(EventSlug event, StoredLine line, StringBuilder out) {
        Seat seat = line.seat() == null ? null : seats(event).get(line.seat());
        if (seat == null) {
            out.append("null");
            return;
        }
        JsonText.object(out)
                .put("id", seat.id())
                .put("name", seat.name())
                .put("seat_guid", seat.guid())
                .put("zone_name", seat.zoneName())
                .put("row_name", seat.rowName())
                .put("row_label", seat.rowLabel())
                .put("seat_label", seat.seatLabel())
                .put("seat_number", seat.seatNumber())
                .end();
    }

    private Map<Long, Seat> seats(EventSlug event) {
        Seats all = seats;
        return all == null
                ? Map.of()
                : knownSeats.computeIfAbsent(
                        event, slug -> all.byId(organizer, slug, expectedSeats.getOrDefault(slug, Set.of())));
    }

    /** A gift card below a payment (behaviour notes, orders 4.4). */
    void giftCard(CharSequence number, StringBuilder out) {
        GiftCardView card = cards.get(new GiftCardId(Long.parseLong(number, 0, number.length(), 10)));
        if (card == null) {
            out.append("{}");
            return;
        }
        out.append("{\"gift_card\":");
        JsonText.object(out)
                .put("id", card.id().number())
                .put("secret", card.secret())
                .put("organizer", card.issuer().value())
                .end();
        out.append('}');
    }

    /** The files of an order or position; its address ends without a slash. */
    void files(EventOffer offer, String address, StringBuilder out) {
        out.append(offer.terms().tickets().outputs().stream()
                .sorted()
                .map(output -> "{\"output\":" + JsonText.quoted(output) + ",\"url\":\"" + address + "/download/"
                        + output + "/\"}")
                .collect(Collectors.joining(",", "[", "]")));
    }
}
