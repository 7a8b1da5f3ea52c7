package org.gatebook.catalogue.cart;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes out of carts what nobody bought: it names people who did not become customers. */
@Component
public class CartRetention {

    private static final String NAME = "empty-old-carts";

    private final JdbcClient jdbc;
    private final TransactionalUnit unit;
    private final CartPositions positions;

    CartRetention(JdbcClient jdbc, TransactionalUnit unit, CartPositions positions) {
        this.jdbc = jdbc;
        this.unit = unit;
        this.positions = positions;
    }

    private record Shop(OrganizerSlug organizer, EventSlug event) {}

    /**
     * Empties carts, each event's in a unit of its own.
     *
     * @param kept how long what has expired stays, for an organizer to see what was left behind
     * @return how many positions are gone
     */
    public int emptyOlderThan(Duration kept) {
        String interval = kept.toSeconds() + " seconds";
        return shops(interval).stream().mapToInt(shop -> empty(shop, interval)).sum();
    }

    private List<Shop> shops(String kept) {
        return jdbc.sql("""
            SELECT DISTINCT organizer, event FROM ops.resource
            WHERE kind = 'cart_position' AND NOT deleted
                AND (document ->> 'expires')::timestamptz < clock_timestamp() - :kept::interval
            """)
                .param("kept", kept)
                .query((row, number) ->
                        new Shop(new OrganizerSlug(row.getString("organizer")), new EventSlug(row.getString("event"))))
                .list();
    }

    private int empty(Shop shop, String kept) {
        AuditContext audit = AuditContext.system(NAME, "job", NAME + "-" + UUID.randomUUID(), shop.organizer())
                .within(shop.organizer(), shop.event());
        return unit.write(new Opening(shop.organizer(), shop.event(), null), audit, entered -> {
            int gone = positions.removeOlderThan(Owner.of(shop.organizer(), shop.event()), kept);
            return Ending.done(() -> gone);
        });
    }
}
