package org.gatebook.query.order.position;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.query.Links;
import org.gatebook.api.ticket.TicketKey;
import org.gatebook.api.ticket.TicketLookup;
import org.gatebook.query.order.shown.ShownOrders;
import org.gatebook.query.order.shown.StoredPosition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what resources that link to tickets ask about them. */
@Component
class StoredTickets implements TicketLookup {

    /** A test order that was deleted took its tickets with it. */
    private static final String OF_ORGANIZER = """
        SELECT t.id FROM ticket t JOIN orders o ON o.id = t.order_id AND NOT o.deleted
        WHERE t.organizer = :organizer\
        """;

    private final JdbcClient jdbc;
    private final ShownOrders orders;

    StoredTickets(JdbcClient jdbc, ShownOrders orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    @Override
    public boolean isKnown(OrganizerSlug organizer, long position) {
        return jdbc.sql("SELECT EXISTS (" + OF_ORGANIZER + " AND t.id = :position)")
                .param("position", position)
                .param("organizer", organizer.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Long> find(OrganizerSlug organizer, TicketKey key) {
        return switch (key) {
            case TicketKey.ByNumber number ->
                jdbc.sql(OF_ORGANIZER + " AND t.id = :number AND NOT t.canceled")
                        .param("number", number.number())
                        .param("organizer", organizer.value())
                        .query(Long.class)
                        .optional();
            case TicketKey.BySecret secret ->
                jdbc.sql(OF_ORGANIZER + """
                     AND (t.secret = :secret OR t.pseudonymization_id = :secret) AND :secret <> '' AND NOT t.canceled
                    ORDER BY t.secret <> :secret, t.id
                    LIMIT 1
                    """)
                        .param("secret", secret.secret())
                        .param("organizer", organizer.value())
                        .query(Long.class)
                        .optional();
        };
    }

    @Override
    public Set<String> secretsOf(OrganizerSlug organizer, EventSlug event, Collection<String> secrets) {
        return Set.copyOf(jdbc.sql("""
            SELECT t.secret FROM ticket t
            WHERE t.secret = ANY (:secrets) AND t.organizer = :organizer AND t.event = :event
            """)
                .param("secrets", secrets.toArray(String[]::new))
                .param("organizer", organizer.value())
                .param("event", event.value())
                .query(String.class)
                .set());
    }

    @Override
    public Map<Long, Map<String, @Nullable Object>> shown(
            OrganizerSlug organizer, Collection<Long> positions, boolean canceledToo, Links links) {
        if (positions.isEmpty()) {
            return Map.of();
        }
        List<StoredPosition> found = jdbc.sql("select " + StoredPosition.COLUMNS + " from " + StoredPosition.SOURCE
                        + " where l.id = any (:positions) and l.organizer = :organizer"
                        + " and (:canceled or not l.canceled)")
                .param("positions", positions.toArray(Long[]::new))
                .param("organizer", organizer.value())
                .param("canceled", canceledToo)
                .query(StoredPosition::read)
                .list();
        Map<Long, Map<String, @Nullable Object>> shown = new LinkedHashMap<>();
        found.forEach(position -> shown.put(position.line().id(), orders.showNested(organizer, position, links)));
        return shown;
    }
}
