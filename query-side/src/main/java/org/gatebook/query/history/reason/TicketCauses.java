package org.gatebook.query.history.reason;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gatebook.api.catalogue.ResourceChanged;
import org.gatebook.api.order.OrderEvent.LineAdded;
import org.gatebook.api.order.OrderEvent.LineCanceled;
import org.gatebook.api.order.OrderEvent.LineChanged;
import org.gatebook.api.order.OrderEvent.LineSplitOff;
import org.gatebook.api.order.OrderEvent.OrderCanceledForFee;
import org.gatebook.api.order.OrderEvent.OrderExpired;
import org.gatebook.api.order.OrderEvent.OrderMarkedPending;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderEvent.OrderReactivated;
import org.gatebook.api.order.OrderEvent.OrderSecretReplaced;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.api.ticket.ScanReason;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.api.ticket.TicketEvent.TicketBlocksChanged;
import org.gatebook.api.ticket.TicketEvent.TicketCanceled;
import org.gatebook.api.ticket.TicketEvent.TicketErased;
import org.gatebook.api.ticket.TicketEvent.TicketIssued;
import org.gatebook.api.ticket.TicketEvent.TicketMoved;
import org.gatebook.api.ticket.TicketEvent.TicketScanRefused;
import org.gatebook.api.ticket.TicketEvent.TicketScanned;
import org.gatebook.api.ticket.TicketEvent.TicketSecretReplaced;
import org.gatebook.api.ticket.TicketEvent.TicketTermsChanged;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.eventstore.RecordedEvent;

/** What led to an event of a ticket: a change of its order, or for a scan what its judgement rests on. */
final class TicketCauses {

    /** The kind of the streams of check-in lists. */
    static final String LIST = "checkinlist";

    private TicketCauses() {}

    static Optional<RecordedEvent> of(RecordedEvent event, TicketEvent what, Chronicle story) {
        long line = what.ticket().number();
        return switch (what) {
            case TicketIssued e ->
                story.events().filter(other -> brings(other, line)).findFirst();
            case TicketTermsChanged e ->
                inAction(event, story, Chronicle.is(LineChanged.class, change -> change.line() == line));
            case TicketMoved e ->
                story.newest(
                        LineSplitOff.class,
                        split -> split.line() == line && split.into().equals(e.order()));
            case TicketCanceled e ->
                inAction(event, story, Chronicle.is(LineCanceled.class, canceled -> canceled.line() == line))
                        .or(() -> inAction(
                                event,
                                story,
                                Chronicle.is(
                                        OrderCanceledForFee.class,
                                        all -> all.order().equals(e.order()))));
            case TicketBlocksChanged e -> Optional.empty();
            case TicketSecretReplaced e ->
                inAction(
                        event,
                        story,
                        other -> other.payload() instanceof OrderSecretReplaced
                                || other.payload() instanceof LineSplitOff);
            case TicketScanned e -> admission(event, e, story);
            case TicketErased e -> Optional.empty();
            case TicketScanRefused e ->
                ScanReason.ofCode(e.reason()).flatMap(reason -> refusal(event, e, reason, story));
        };
    }

    private static boolean brings(RecordedEvent event, long line) {
        if (event.payload() instanceof OrderPlaced placed) {
            return placed.placed().lines().stream().anyMatch(bought -> bought.id() == line);
        }
        return event.payload() instanceof LineAdded added && added.line().id() == line;
    }

    private static Optional<RecordedEvent> inAction(
            RecordedEvent event, Chronicle story, Predicate<RecordedEvent> condition) {
        return story.inSameAction(event).filter(condition).findFirst();
    }

    private static Optional<RecordedEvent> admission(RecordedEvent event, TicketScanned scanned, Chronicle story) {
        return scanned.scan().type() == Direction.EXIT
                ? entry(event, scanned.ticket(), scanned.scan(), story)
                : story.before(event, OrderPaid.class, paid -> paid.order().equals(scanned.order()));
    }

    /** The event that made the rule apply which refused (behaviour notes, check-in 4.4). */
    private static Optional<RecordedEvent> refusal(
            RecordedEvent event, TicketScanRefused refused, ScanReason reason, Chronicle story) {
        TicketId ticket = refused.ticket();
        OrderId order = refused.order();
        return switch (reason) {
            case CANCELED ->
                story.before(event, TicketCanceled.class, e -> e.ticket().equals(ticket))
                        .or(() -> OrderCauses.ending(event, order, story));
            case BLOCKED ->
                story.before(event, TicketBlocksChanged.class, e -> e.ticket().equals(ticket));
            case UNAPPROVED ->
                story.before(event, OrderPlaced.class, e -> e.order().equals(order));
            case INVALID_TIME -> terms(event, ticket, story);
            case UNPAID -> unpaid(event, order, story);
            case PRODUCT -> list(event, refused.scan(), List.of("all_products", "limit_products", "subevent"), story);
            case RULES -> list(event, refused.scan(), List.of("rules"), story);
            case REVOKED -> replacement(event, ticket, refused.barcode(), story);
            case ALREADY_REDEEMED -> entry(event, ticket, refused.scan(), story);
            case INVALID, INCOMPLETE, AMBIGUOUS, ERROR -> Optional.empty();
        };
    }

    private static Optional<RecordedEvent> terms(RecordedEvent event, TicketId ticket, Chronicle story) {
        return story.before(event)
                .filter(Chronicle.is(TicketEvent.class, e -> e.ticket().equals(ticket)))
                .filter(other ->
                        other.payload() instanceof TicketIssued || other.payload() instanceof TicketTermsChanged)
                .findFirst();
    }

    private static Optional<RecordedEvent> unpaid(RecordedEvent event, OrderId order, Chronicle story) {
        return story.before(event)
                .filter(OrderCauses.of(order))
                .filter(other -> other.payload() instanceof OrderPlaced
                        || other.payload() instanceof OrderMarkedPending
                        || other.payload() instanceof OrderReactivated
                        || other.payload() instanceof OrderExpired)
                .findFirst();
    }

    private static Optional<RecordedEvent> entry(RecordedEvent event, TicketId ticket, Scan scan, Chronicle story) {
        return story.before(
                event,
                TicketScanned.class,
                e -> e.ticket().equals(ticket)
                        && e.scan().list() == scan.list()
                        && e.scan().type() == Direction.ENTRY);
    }

    /** The replacement of the very secret that was scanned; the newest one when that can no longer be read. */
    private static Optional<RecordedEvent> replacement(
            RecordedEvent event, TicketId ticket, Personal<String> barcode, Chronicle story) {
        List<RecordedEvent> given = story.before(event)
                .filter(Chronicle.is(TicketEvent.class, e -> e.ticket().equals(ticket)))
                .filter(TicketCauses::gives)
                .toList();
        for (int i = 1; i < given.size(); i++) {
            if (barcode.value().isPresent() && barcode.value().equals(secret(given.get(i)))) {
                return Optional.of(given.get(i - 1));
            }
        }
        return given.stream()
                .filter(other -> other.payload() instanceof TicketSecretReplaced)
                .findFirst();
    }

    private static boolean gives(RecordedEvent event) {
        return event.payload() instanceof TicketIssued || event.payload() instanceof TicketSecretReplaced;
    }

    private static Optional<String> secret(RecordedEvent event) {
        if (event.payload() instanceof TicketIssued issued) {
            return issued.issued().secret().value();
        }
        return event.payload() instanceof TicketSecretReplaced replaced
                ? replaced.secret().value()
                : Optional.empty();
    }

    /** The change of the check-in list since which these fields are what they were at the scan. */
    private static Optional<RecordedEvent> list(RecordedEvent event, Scan scan, List<String> fields, Chronicle story) {
        RecordedEvent since = null;
        List<Object> then = null;
        List<RecordedEvent> changes = story.before(event)
                .filter(Chronicle.is(ResourceChanged.class, e -> e.kind().equals(LIST) && e.id() == scan.list()))
                .toList();
        for (RecordedEvent change : changes) {
            List<Object> values = values((ResourceChanged) change.payload(), fields);
            if (then != null && !then.equals(values)) {
                break;
            }
            then = values;
            since = change;
        }
        return Optional.ofNullable(since);
    }

    private static List<Object> values(ResourceChanged list, List<String> fields) {
        return fields.stream()
                .<Object>map(field -> Optional.ofNullable(list.plain().get(field)))
                .toList();
    }
}
