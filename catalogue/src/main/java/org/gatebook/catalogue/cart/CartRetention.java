package org.gatebook.catalogue.cart;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.RecurringJob;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes out of carts what nobody bought: it names people who did not become customers. */
@Configuration(proxyBeanMethods = false)
class CartRetention {

    /** Long enough for an organizer to see what was left behind. */
    private static final String KEPT_FOR = "14 days";

    private static final String NAME = "empty-old-carts";

    private record Shop(OrganizerSlug organizer, EventSlug event) {}

    @Bean
    RecurringJob emptyOldCarts(JdbcClient jdbc, TransactionalUnit unit, CartPositions positions) {
        return new RecurringJob(
                NAME,
                Duration.ofHours(6),
                () -> shops(jdbc).stream()
                        .mapToInt(shop -> empty(shop, unit, positions))
                        .sum());
    }

    private static List<Shop> shops(JdbcClient jdbc) {
        return jdbc.sql("""
            SELECT DISTINCT organizer, event FROM ops.resource
            WHERE kind = 'cart_position' AND NOT deleted
                AND (document ->> 'expires')::timestamptz < clock_timestamp() - :kept::interval
            """)
                .param("kept", KEPT_FOR)
                .query((row, number) ->
                        new Shop(new OrganizerSlug(row.getString("organizer")), new EventSlug(row.getString("event"))))
                .list();
    }

    private static int empty(Shop shop, TransactionalUnit unit, CartPositions positions) {
        AuditContext audit = AuditContext.system(NAME, "job", NAME + "-" + UUID.randomUUID(), shop.organizer())
                .within(shop.organizer(), shop.event());
        return unit.write(new Opening(shop.organizer(), shop.event(), null), audit, entered -> {
            int gone = positions.removeOlderThan(Owner.of(shop.organizer(), shop.event()), KEPT_FOR);
            return Ending.done(() -> gone);
        });
    }
}
