package org.gatebook.catalogue.seating;

import static org.gatebook.catalogue.crud.Fields.flag;
import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.filter.Filters.flag;
import static org.gatebook.web.filter.Filters.text;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Subevent;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.filter.Filter;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The declaration of seats: they come of plans, and only whether they are kept back can be changed. */
@Component
final class SeatResource {

    private final EventOffers offers;
    private final ObjectProvider<SeatHolders> holders;
    private final JdbcClient jdbc;
    private final Resource resource;

    SeatResource(EventOffers offers, ObjectProvider<SeatHolders> holders, JdbcClient jdbc) {
        this.offers = offers;
        this.holders = holders;
        this.jdbc = jdbc;
        this.resource = Resource.declare(SeatFields.TYPE.kind(), KeptBy.NOBODY)
                .id()
                .shown("subevent", (seat, links) -> seat.owner().parent())
                .made(PLAIN, SeatFields.ZONE)
                .made(PLAIN, SeatFields.ROW)
                .made(PLAIN, SeatFields.ROW_LABEL)
                .made(PLAIN, SeatFields.NUMBER)
                .made(PLAIN, SeatFields.NUMBER_LABEL)
                .made(PLAIN, SeatFields.GUID)
                .kept(PLAIN, SeatFields.CATEGORY)
                .gathered(this::products, "product")
                .field(PLAIN, flag(SeatFields.BLOCKED, false))
                .gathered(this::holders, "orderposition", "cartposition", "voucher")
                .filteredBy(
                        exactly(SeatFields.ZONE),
                        exactly(SeatFields.ROW),
                        exactly(SeatFields.ROW_LABEL),
                        exactly(SeatFields.NUMBER),
                        exactly(SeatFields.NUMBER_LABEL),
                        exactly(SeatFields.GUID),
                        flag(SeatFields.BLOCKED, "(document -> 'blocked')::boolean"))
                .build();
    }

    Resource resource() {
        return resource;
    }

    private static Filter exactly(String field) {
        return text(field, Resource.column(field));
    }

    private Map<Long, Map<String, @Nullable Object>> products(List<Document> seats, LinkBase links) {
        Map<Long, Map<String, @Nullable Object>> products = new HashMap<>();
        for (Document seat : seats) {
            Map<String, @Nullable Object> product = new LinkedHashMap<>();
            product.put("product", categories(seat.owner()).get(seat.text(SeatFields.CATEGORY)));
            products.put(seat.id(), product);
        }
        return products;
    }

    /** Product of the seats of each category, from memory. */
    private Map<String, Long> categories(Owner place) {
        EventOffer offer = offers.of(place.organizer(), Objects.requireNonNull(place.event()));
        Long date = place.parent();
        return date == null
                ? offer.details().seatCategories()
                : offer.subevent(date).map(Subevent::seatCategories).orElse(Map.of());
    }

    private Map<Long, Map<String, @Nullable Object>> holders(List<Document> seats, LinkBase links) {
        Map<Long, Map<String, @Nullable Object>> shown = new HashMap<>();
        if (seats.isEmpty()) {
            return shown;
        }
        Owner place = seats.getFirst().owner();
        List<Long> numbers = seats.stream().map(Document::id).toList();
        numbers.forEach(seat -> holder(shown, seat));
        SeatHolders orders = holders.getIfAvailable();
        if (orders != null) {
            orders.positions(place.organizer(), Objects.requireNonNull(place.event()), numbers)
                    .forEach((seat, position) -> holder(shown, seat).put("orderposition", position));
        }
        jdbc.sql("""
            SELECT kind, id, (document ->> 'seat')::bigint AS seat FROM ops.resource
            WHERE NOT deleted AND organizer = :organizer AND event = :event
                AND (kind = 'voucher' AND document ->> 'seat' IS NOT NULL
                    OR kind = 'cart_position'
                        AND (document ->> 'expires')::timestamptz > clock_timestamp())
                AND (document ->> 'seat')::bigint = ANY (:seats)
            """)
                .param("organizer", place.organizer().value())
                .param("event", String.valueOf(place.event()))
                .param("seats", numbers.toArray(Long[]::new))
                .query((row, number) -> holder(shown, row.getLong("seat"))
                        .put(row.getString("kind").equals("voucher") ? "voucher" : "cartposition", row.getLong("id")))
                .list();
        return shown;
    }

    private static Map<String, @Nullable Object> holder(Map<Long, Map<String, @Nullable Object>> shown, long seat) {
        return shown.computeIfAbsent(seat, number -> new LinkedHashMap<>());
    }
}
