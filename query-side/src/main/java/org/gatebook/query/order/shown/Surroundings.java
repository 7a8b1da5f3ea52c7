package org.gatebook.query.order.shown;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.query.text.JsonText;
import org.jspecify.annotations.Nullable;

/** What the slots of one request's orders are filled with that is not theirs: its links, the catalogue, gift cards. */
final class Surroundings {

    private final OrganizerSlug organizer;
    private final String origin;
    private final EventOffers offers;
    private final Map<GiftCardId, GiftCardView> cards;
    private final Map<EventSlug, Optional<EventOffer>> known = new HashMap<>();

    /** @param origin where links start, as the client sent it */
    Surroundings(OrganizerSlug organizer, String origin, EventOffers offers, Map<GiftCardId, GiftCardView> cards) {
        this.organizer = organizer;
        String quoted = JsonText.quoted(origin);
        this.origin = quoted.substring(1, quoted.length() - 1);
        this.offers = offers;
        this.cards = cards;
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
