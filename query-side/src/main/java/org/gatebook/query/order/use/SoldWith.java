package org.gatebook.query.order.use;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.seating.SeatHolders;
import org.gatebook.catalogue.voucher.VoucherUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows which positions came with a voucher, and which hold a seat. */
@Component
final class SoldWith implements VoucherUse, SeatHolders {

    private final JdbcClient jdbc;

    SoldWith(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isShown(OrganizerSlug organizer, EventSlug event, long voucher) {
        return jdbc.sql("""
            SELECT EXISTS (
                SELECT FROM order_line l JOIN orders o ON o.id = l.order_id
                WHERE l.voucher = :voucher AND NOT o.deleted)
            """).param("voucher", voucher).query(Boolean.class).single();
    }

    /** The counters know which seats are taken at all; only for those the lines are looked through. */
    @Override
    public Map<Long, Long> positions(OrganizerSlug organizer, EventSlug event, Collection<Long> seats) {
        Map<Long, Long> positions = new LinkedHashMap<>();
        jdbc.sql("""
            SELECT l.seat, l.id
            FROM order_line l JOIN orders o ON o.id = l.order_id
            WHERE l.organizer = :organizer AND l.event = :event AND NOT l.canceled
                AND o.status IN ('n', 'p') AND NOT o.deleted
                AND l.seat = ANY (ARRAY(
                    SELECT c.id FROM ops.usage_counter c
                    WHERE c.kind = 'seat' AND c.id = ANY (:seats) AND c.used > 0))
            """)
                .param("organizer", organizer.value())
                .param("event", event.value())
                .param("seats", seats.toArray(Long[]::new))
                .query(row -> {
                    positions.put(row.getLong("seat"), row.getLong("id"));
                });
        return positions;
    }
}
