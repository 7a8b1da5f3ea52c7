package org.gatebook.query.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.MailRequested;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderCanceledForFee;
import org.gatebook.api.order.OrderEvent.OrderDenied;
import org.gatebook.api.personal.Personal;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.log.EventRows;
import org.gatebook.query.order.OrderFold;
import org.gatebook.query.order.OrderView;
import org.gatebook.query.order.line.LineView;
import org.gatebook.query.order.line.OrderLines;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Folds the events of orders up to the mails that they ask for: what is told is what was so then, however late it is told,
 * and what was erased since is not known here either.
 */
@Component
class MailedOrders {

    private final JdbcClient jdbc;
    private final EventReader events;

    MailedOrders(JdbcClient jdbc, EventReader events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** The orders of these mails, by the mail's id; one statement for all of them. */
    Map<Long, MailedOrder> of(List<OutboxMail> mails) {
        Map<String, List<RecordedEvent>> streams = streams(mails);
        Map<Long, MailedOrder> orders = new LinkedHashMap<>();
        for (OutboxMail mail : mails) {
            orders.put(mail.id(), folded(mail, streams.getOrDefault(mail.order().aggregateId(), List.of())));
        }
        return orders;
    }

    private Map<String, List<RecordedEvent>> streams(List<OutboxMail> mails) {
        if (mails.isEmpty()) {
            return Map.of();
        }
        List<StoredEvent> stored = new ArrayList<>(jdbc.sql("select " + EventRows.COLUMNS
                        + " from events.event where aggregate_id = any (:streams) and position <= :last"
                        + " order by aggregate_id, sequence")
                .param(
                        "streams",
                        mails.stream()
                                .map(mail -> mail.order().aggregateId())
                                .distinct()
                                .toArray(String[]::new))
                .param(
                        "last",
                        mails.stream().mapToLong(OutboxMail::position).max().getAsLong())
                .query(EventRows.STORED)
                .list());
        return events.decode(stored).stream().collect(Collectors.groupingBy(RecordedEvent::aggregateId));
    }

    private static MailedOrder folded(OutboxMail mail, List<RecordedEvent> stream) {
        OrderView order = null;
        OrderLines lines = null;
        String comment = "";
        for (RecordedEvent event : stream) {
            OrderEvent payload = (OrderEvent) event.payload();
            order = OrderFold.fold(order, payload, event.position());
            lines = OrderLines.fold(lines, payload);
            comment = comment(comment, payload);
            if (event.position() == mail.position() && payload instanceof MailRequested asked) {
                return new MailedOrder(event.eventId(), asked.origin(), order, comment, line(lines, mail.line()));
            }
        }
        throw new IllegalStateException("no event asks for mail " + mail.id());
    }

    private static @Nullable LineView line(OrderLines lines, @Nullable Long id) {
        return id == null
                ? null
                : lines.lines().stream()
                        .filter(line -> Objects.equals(line.id(), id))
                        .findFirst()
                        .orElseThrow();
    }

    /** The last one counts: an order may be cancelled again. */
    private static String comment(String before, OrderEvent event) {
        return switch (event) {
            case OrderCanceled e -> text(e.comment());
            case OrderCanceledForFee e -> text(e.comment());
            case OrderDenied e -> text(e.comment());
            default -> before;
        };
    }

    private static String text(@Nullable Personal<String> comment) {
        return comment == null ? "" : comment.value().orElse("");
    }
}
