package org.gatebook.catalogue.cart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Quota;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Seats;
import org.gatebook.api.offer.Voucher;
import org.gatebook.api.offer.Vouchers;
import org.gatebook.catalogue.RandomText;
import org.gatebook.catalogue.crud.Stored;
import org.gatebook.catalogue.directory.OrganizerSnapshots;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.saleschannel.SalesChannels;
import org.gatebook.catalogue.usage.Counted;
import org.gatebook.catalogue.usage.PlacesLeft;
import org.gatebook.catalogue.usage.Reservations;
import org.gatebook.catalogue.usage.Reservations.Question;
import org.gatebook.catalogue.usage.Reserved;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.UsageCounters;
import org.gatebook.eventstore.UsageCounters.Counter;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.request.RequestBody;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts positions into carts. Those who fill carts of an event follow each other, so that two carts never keep the same
 * seat or the last use of a voucher; where places are limited, those who sell wait as well ({@link UsageCounters#keep}).
 */
@Component
final class CartFilling {

    /** Distinguishes this lock from all others that are taken by number. */
    private static final int LOCK = 0x63617274;

    private static final int CART_NAME_LENGTH = 48;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Documents documents;
    private final CartPositions positions;
    private final EventOffers offers;
    private final OrganizerSnapshots organizers;
    private final Seats seats;
    private final Vouchers vouchers;
    private final Reservations reservations;
    private final PlacesLeft places;
    private final UsageCounters counters;
    private final ClientIds ids;

    CartFilling(
            JdbcClient jdbc,
            Catalogue catalogue,
            Documents documents,
            CartPositions positions,
            EventOffers offers,
            OrganizerSnapshots organizers,
            Seats seats,
            Vouchers vouchers,
            Reservations reservations,
            PlacesLeft places,
            UsageCounters counters,
            ClientIds ids) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.documents = documents;
        this.positions = positions;
        this.offers = offers;
        this.organizers = organizers;
        this.seats = seats;
        this.vouchers = vouchers;
        this.reservations = reservations;
        this.places = places;
        this.counters = counters;
        this.ids = ids;
    }

    /** A position and what was put into the cart with it. */
    record Filled(Document main, List<Document> addons, List<Document> bundled) {}

    /**
     * Puts what a body asks for into a cart.
     *
     * @param cart the cart when the body names none
     * @throws org.gatebook.web.error.Rejected with 400 when it cannot be
     */
    Filled fill(Owner owner, RequestBody body, String cart, Instant now) {
        EventOffer offer = offers.of(owner.organizer(), event(owner));
        Parsed sent = CartForm.FORM.create(body, lookups(owner, offer));
        lineUp(owner);
        CartWish wish = CartWish.of(sent, offer, seats, vouchers, now);
        if (wish.quotas().stream().anyMatch(quota -> quota.size() != null)) {
            counters.keep();
        }
        requirePlaces(wish, offer, now);
        requireVoucherUse(wish, offer, now);
        requireFreeSeat(wish, offer, now);
        return store(owner, wish, cart, offer, now);
    }

    /** A name for a cart that nobody has. */
    static String freshCart() {
        return RandomText.of(LETTERS, CART_NAME_LENGTH) + "@api";
    }

    private Lookups lookups(Owner owner, EventOffer offer) {
        return Lookups.of(CartForm.OFFER, ignored -> offer)
                .and(EventReferences.ITEM, id -> find(owner, EventReferences.ITEM, id))
                .and(EventReferences.VARIATION, id -> find(owner, EventReferences.VARIATION, id))
                .and(EventReferences.SUBEVENT, id -> find(owner, EventReferences.SUBEVENT, id))
                .and(EventReferences.QUESTION, id -> find(owner, EventReferences.QUESTION, id))
                .and(SalesChannels.CHANNEL, identifier -> organizers.salesChannel(owner, identifier));
    }

    private @Nullable Document find(Owner owner, Relation<Long, Document> relation, long id) {
        return documents
                .within(owner.organizer(), EventReferences.type(relation), id)
                .orElse(null);
    }

    private void lineUp(Owner owner) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock, hashtext(:event))::text")
                .param("lock", LOCK)
                .param("event", owner.organizer().value() + "/" + event(owner).value())
                .query(String.class)
                .single();
    }

    private void requirePlaces(CartWish wish, EventOffer offer, Instant now) {
        Map<Quota, Long> needed = new LinkedHashMap<>();
        wish.quotas().forEach(quota -> needed.merge(quota, 1L, Long::sum));
        if (needed.isEmpty()) {
            return;
        }
        Map<Long, Long> left = places.of(offer, needed.keySet(), true, now);
        needed.forEach((quota, count) -> {
            if (left.getOrDefault(quota.id(), 0L) < count) {
                throw ApiError.list("There is not enough quota available on quota \"" + quota.name()
                                + "\" to perform the operation.")
                        .rejected();
            }
        });
    }

    private void requireVoucherUse(CartWish wish, EventOffer offer, Instant now) {
        Voucher voucher = wish.voucher();
        if (voucher == null) {
            return;
        }
        Counter counter = Counted.voucher(voucher.id());
        Reserved reserved = reservations.of(
                offer, new Question(List.of(counter), List.of(voucher.id()), List.of(), List.of()), now);
        long used = reserved.used(counter) + reserved.voucherCarts().getOrDefault(voucher.id(), 0L);
        if (used >= voucher.maxUsages()) {
            throw ApiError.field(
                            CartForm.VOUCHER.name(),
                            "The specified voucher has already been used the maximum number of times.")
                    .rejected();
        }
    }

    private void requireFreeSeat(CartWish wish, EventOffer offer, Instant now) {
        Seat seat = wish.seat();
        if (seat == null) {
            return;
        }
        Counter counter = Counted.seat(seat.id());
        Reserved reserved =
                reservations.of(offer, new Question(List.of(counter), List.of(), List.of(seat.id()), List.of()), now);
        Long keeper = reserved.seatVouchers().get(seat.id());
        boolean free = !seat.blocked()
                && reserved.used(counter) == 0
                && !reserved.seatsInCarts().contains(seat.id())
                && (keeper == null
                        || (wish.voucher() != null && keeper == wish.voucher().id()));
        if (!free) {
            throw ApiError.field(CartForm.SEAT.name(), "The selected seat \"" + seat.name() + "\" is not available.")
                    .rejected();
        }
    }

    private Filled store(Owner owner, CartWish wish, String cart, EventOffer offer, Instant now) {
        Parsed sent = wish.sent();
        Map<String, @Nullable Object> main = fields(sent, offer, now);
        String named = sent.get(CartForm.CART, "");
        main.put("cart_id", named.isEmpty() ? cart : named);
        Instant expires = sent.find(CartForm.EXPIRES);
        main.put(
                "expires",
                Stored.of(
                        expires == null
                                ? now.plus(Duration.ofMinutes(offer.terms().reservationMinutes()))
                                : expires));
        main.put("voucher", wish.voucher() == null ? null : wish.voucher().id());
        main.put("seat", wish.seat() == null ? null : wish.seat().id());
        Document stored = catalogue.create(positions.resource().type(), ids.next(), owner, null, main);
        return new Filled(
                stored,
                parts(stored, sent.get(CartForm.ADDONS, List.of()), false, offer, now),
                parts(stored, sent.get(CartForm.BUNDLED, List.of()), true, offer, now));
    }

    private List<Document> parts(Document main, List<Parsed> sent, boolean bundled, EventOffer offer, Instant now) {
        List<Document> parts = new ArrayList<>();
        for (Parsed part : sent) {
            Map<String, @Nullable Object> fields = fields(part, offer, now);
            fields.put("cart_id", main.text("cart_id"));
            fields.put("expires", main.text("expires"));
            fields.put("addon_to", main.id());
            fields.put("is_bundled", bundled);
            if (fields.get("subevent") == null) {
                fields.put("subevent", main.get("subevent"));
            }
            parts.add(catalogue.create(main.type(), ids.next(), main.owner(), null, fields));
        }
        return parts;
    }

    private static Map<String, @Nullable Object> fields(Parsed sent, EventOffer offer, Instant now) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("item", Stored.of(sent.get(CartForm.ITEM)));
        fields.put("variation", Stored.of(sent.find(CartForm.VARIATION)));
        fields.put("price", Stored.of(sent.get(CartForm.PRICE)));
        String name = sent.find(CartForm.NAME);
        Object parts = Stored.of(sent.find(CartForm.NAME_PARTS));
        fields.put("attendee_name_parts", name != null ? Map.of("_legacy", name) : parts == null ? Map.of() : parts);
        fields.put("attendee_email", sent.find(CartForm.EMAIL));
        fields.put("subevent", Stored.of(sent.find(CartForm.SUBEVENT)));
        fields.put("datetime", Stored.of(now));
        fields.put("includes_tax", sent.get(CartForm.INCLUDES_TAX, true));
        fields.put("answers", CartAnswers.kept(sent.get(CartForm.ANSWERS, List.of()), offer));
        fields.put("is_bundled", false);
        fields.put("addon_to", null);
        fields.put("voucher", null);
        fields.put("seat", null);
        return fields;
    }

    private static EventSlug event(Owner owner) {
        EventSlug event = owner.event();
        if (event == null) {
            throw new IllegalArgumentException("carts belong to events");
        }
        return event;
    }
}
