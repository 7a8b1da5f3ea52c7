package org.gatebook.query.order.use;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.discount.DiscountUse;
import org.gatebook.catalogue.event.EventUse;
import org.gatebook.catalogue.item.ItemUse;
import org.gatebook.catalogue.question.QuestionUse;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.saleschannel.SalesChannelUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows what orders are about, so that the catalogue keeps it. Cancelled orders and positions count like others; deleted test
 * orders are as if they had never been, as in the reference.
 *
 * <p>Asked before something is deleted, which is rare: the questions look through the orders of the event and end at the
 * first one that fits, and no index is kept for them.
 */
@Component
final class OfferUse implements EventUse, ItemUse, QuestionUse, DiscountUse, SalesChannelUse {

    private static final String ORDERS = """
        SELECT EXISTS (
            SELECT FROM orders o
            WHERE o.organizer = :organizer AND o.event = :event AND NOT o.deleted %s)
        """;

    private static final String LINES = ORDERS.formatted("""
        AND EXISTS (SELECT FROM order_line l WHERE l.order_id = o.id AND %s)
        """);

    private static final String TAXED = ORDERS.formatted("""
        AND (EXISTS (SELECT FROM order_line l
                     WHERE l.order_id = o.id AND (l.document ->> 'taxRule')::bigint = :number)
             OR EXISTS (SELECT FROM json_array_elements(o.document -> 'fees') fee
                        WHERE (fee #>> '{fee,taxRule}')::bigint = :number))
        """);

    private static final String ANSWERED = LINES.formatted("""
        EXISTS (SELECT FROM json_array_elements(l.answers::json) answer
                WHERE (answer ->> 'question')::bigint = :number)
        """);

    private static final String SOLD_THROUGH = """
        SELECT EXISTS (
            SELECT FROM orders
            WHERE organizer = :organizer AND NOT deleted AND sales_channel = :channel)
        """;

    private final JdbcClient jdbc;

    OfferUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isUsed(OrganizerSlug organizer, EventSlug event) {
        return ask(ORDERS.formatted(""), organizer, event, Map.of());
    }

    @Override
    public boolean isDateUsed(OrganizerSlug organizer, EventSlug event, long subevent) {
        return ask(LINES.formatted("l.subevent = :number"), organizer, event, Map.of("number", subevent));
    }

    @Override
    public boolean isTaxRuleUsed(OrganizerSlug organizer, EventSlug event, long taxRule) {
        return ask(TAXED, organizer, event, Map.of("number", taxRule));
    }

    @Override
    public boolean isItemUsed(Owner event, long item) {
        return ask("l.item = :number", event, item);
    }

    @Override
    public boolean isVariationUsed(Owner event, long item, long variation) {
        return ask("l.variation = :number", event, variation);
    }

    @Override
    public boolean isDiscountUsed(Owner event, long discount) {
        return ask("(l.document ->> 'discount')::bigint = :number", event, discount);
    }

    @Override
    public boolean isAnswered(Owner event, long question) {
        return ask(ANSWERED, event.organizer(), Objects.requireNonNull(event.event()), Map.of("number", question));
    }

    @Override
    public boolean isUsed(OrganizerSlug organizer, String identifier) {
        return jdbc.sql(SOLD_THROUGH)
                .param("organizer", organizer.value())
                .param("channel", identifier)
                .query(Boolean.class)
                .single();
    }

    private boolean ask(String line, Owner event, long number) {
        return ask(
                LINES.formatted(line),
                event.organizer(),
                Objects.requireNonNull(event.event()),
                Map.of("number", number));
    }

    private boolean ask(String statement, OrganizerSlug organizer, EventSlug event, Map<String, ?> parameters) {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        all.put("organizer", organizer.value());
        all.put("event", event.value());
        return jdbc.sql(statement).params(all).query(Boolean.class).single();
    }
}
