package org.gatebook.query.order.printed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Seats;
import org.gatebook.catalogue.organizer.Organizers;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.query.order.OrderView;
import org.gatebook.query.order.line.LineView;
import org.gatebook.query.order.shown.PrintedTexts;
import org.gatebook.web.answer.ApiJson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes the texts from the stored views: rarely asked for and never twice the same, since they name the present moment. */
@Component
class StoredTexts implements PrintedTexts {

    private final JdbcClient jdbc;
    private final EventOffers offers;
    private final ObjectProvider<Seats> seats;
    private final Documents documents;
    private final TransactionalUnit unit;

    StoredTexts(
            JdbcClient jdbc,
            EventOffers offers,
            ObjectProvider<Seats> seats,
            Documents documents,
            TransactionalUnit unit) {
        this.jdbc = jdbc;
        this.offers = offers;
        this.seats = seats;
        this.documents = documents;
        this.unit = unit;
    }

    private record StoredPosition(long order, LineView line, PrintedPosition.Ticket ticket) {}

    @Override
    public Map<Long, String> of(OrganizerSlug organizer, Collection<Long> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        String name = documents
                .byKey(Organizers.ORGANIZER.type(), Owner.of(organizer), organizer.value())
                .map(document -> document.text("name"))
                .orElse("");
        Map<Long, List<StoredPosition>> positions =
                positions(orders).stream().collect(Collectors.groupingBy(StoredPosition::order));
        Map<Long, String> texts = new HashMap<>();
        for (OrderView order : orders(orders)) {
            offers.find(organizer, order.origin().event())
                    .ifPresent(offer -> put(
                            order,
                            positions.getOrDefault(order.origin().id().number(), List.of()),
                            offer,
                            name,
                            texts));
        }
        return texts;
    }

    private void put(
            OrderView order,
            List<StoredPosition> positions,
            EventOffer offer,
            String organizer,
            Map<Long, String> texts) {
        Map<Long, Seat> placed = seats(offer, positions);
        for (StoredPosition position : positions) {
            LineView line = position.line();
            Long seat = line.seat();
            var printed = new PrintedPosition(
                    order,
                    line,
                    main(line, positions),
                    addons(line, positions),
                    position.ticket(),
                    offer,
                    organizer,
                    unit.entered().now());
            texts.put(line.id(), PositionTexts.of(printed, seat == null ? null : placed.get(seat)));
        }
    }

    private static @Nullable LineView main(LineView line, List<StoredPosition> positions) {
        Long main = line.addonTo();
        if (main == null) {
            return null;
        }
        for (StoredPosition position : positions) {
            if (position.line().id() == main) {
                return position.line();
            }
        }
        return null;
    }

    private static List<LineView> addons(LineView line, List<StoredPosition> positions) {
        return positions.stream()
                .map(StoredPosition::line)
                .filter(other -> Objects.equals(other.addonTo(), line.id()) && !other.canceled())
                .toList();
    }

    private Map<Long, Seat> seats(EventOffer offer, List<StoredPosition> positions) {
        Set<Long> wanted = positions.stream()
                .map(position -> position.line().seat())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Seats all = wanted.isEmpty() ? null : seats.getIfAvailable();
        return all == null ? Map.of() : all.byId(offer.organizer(), offer.event(), wanted);
    }

    private List<OrderView> orders(Collection<Long> orders) {
        return jdbc.sql("SELECT document FROM orders WHERE id = ANY (:orders)")
                .param("orders", orders.toArray(Long[]::new))
                .query((row, number) -> ApiJson.mapper().readValue(row.getString("document"), OrderView.class))
                .list();
    }

    private List<StoredPosition> positions(Collection<Long> orders) {
        return new ArrayList<>(jdbc.sql("""
            SELECT l.order_id, l.document, t.secret, t.pseudonymization_id, t.valid_from, t.valid_until,
                   t.checkins,
                   (SELECT m.identifier FROM reusable_medium m
                     WHERE m.linked_orderposition = l.id ORDER BY m.id LIMIT 1) AS medium
            FROM order_line l JOIN ticket t ON t.id = l.id AND NOT l.moved_on
            WHERE l.order_id = ANY (:orders)
            ORDER BY l.order_id, l.positionid, l.id
            """)
                .param("orders", orders.toArray(Long[]::new))
                .query(StoredTexts::position)
                .list());
    }

    private static StoredPosition position(ResultSet row, int number) throws SQLException {
        return new StoredPosition(
                row.getLong("order_id"),
                ApiJson.mapper().readValue(row.getString("document"), LineView.class),
                new PrintedPosition.Ticket(
                        row.getString("secret"),
                        row.getString("pseudonymization_id"),
                        moment(row, "valid_from"),
                        moment(row, "valid_until"),
                        firstScan(row.getString("checkins")),
                        row.getString("medium")));
    }

    /** The newest scan comes first. */
    private static @Nullable Instant firstScan(String checkins) {
        JsonNode scans = ApiJson.mapper().readTree(checkins);
        return scans.isEmpty()
                ? null
                : Instant.parse(scans.get(scans.size() - 1).get("datetime").asString());
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
