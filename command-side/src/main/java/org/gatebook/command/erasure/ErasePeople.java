package org.gatebook.command.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatebook.api.EventSlug;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.erasure.ErasedSubject;
import org.gatebook.api.erasure.ErasureQuery.FindHeldLines;
import org.gatebook.api.erasure.ErasureQuery.HeldLine;
import org.gatebook.api.erasure.ErasureRefusals;
import org.gatebook.api.erasure.KeptInvoice;
import org.gatebook.api.erasure.SubjectKind;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.offer.CartPosition;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.order.OrderCommand.EraseOrder;
import org.gatebook.api.order.OrderCommand.ErasedInvoices;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.api.order.OrderQuery.FoundPosition;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.api.ticket.TicketCommand.EraseTicket;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.erasure.Erasure;
import org.gatebook.eventstore.erasure.Erasures;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Erases the people of an order, or of one position, within the present write unit. Every stream that holds something of
 * them gets an event that says so: the order, its tickets, and orders from which its positions were split off.
 */
@Component
public final class ErasePeople {

    private final Questions questions;
    private final CommandSender commands;
    private final EventOffers offers;
    private final Erasures erasures;
    private final EventReader log;
    private final InvoiceRetention retention;

    ErasePeople(
            Questions questions,
            CommandSender commands,
            EventOffers offers,
            Erasures erasures,
            EventReader log,
            ObjectProvider<InvoiceRetention> retention) {
        this.questions = questions;
        this.commands = commands;
        this.offers = offers;
        this.erasures = erasures;
        this.log = log;
        this.retention = retention.getIfAvailable(() -> InvoiceRetention.USUAL);
    }

    /** Erases the buyer and everybody who comes with the order. @return the number of the erasure */
    public Decision<Long> order(ErasureWish wish, EventSlug event, FoundOrder order) {
        ErasedSubject subject = new ErasedSubject(
                SubjectKind.ORDER, order.id().number(), order.code().value(), event.value());
        return erase(wish, event, subject, order.id(), null);
    }

    /** Erases who comes with one position. @return the number of the erasure */
    public Decision<Long> position(ErasureWish wish, EventSlug event, FoundPosition position) {
        ErasedSubject subject = new ErasedSubject(SubjectKind.POSITION, position.id(), null, event.value());
        return erase(wish, event, subject, position.order().id(), position.id());
    }

    /** @param line null for the whole order */
    private Decision<Long> erase(
            ErasureWish wish, EventSlug event, ErasedSubject subject, OrderId order, @Nullable Long line) {
        EventOffer offer = offers.of(wish.organizer(), event);
        LocalDate today = LocalDate.ofInstant(wish.now(), offer.zone());
        List<HeldLine> held = questions.ask(new FindHeldLines(order, line));
        List<HeldLine> own = held.stream().filter(row -> !row.movedOn()).toList();
        List<Long> lines = own.stream().map(HeldLine::line).toList();

        Decision<ErasedInvoices> decision = commands.send(new EraseOrder(
                order,
                wish.id(),
                line == null,
                lines,
                isOver(offer, own, wish.now()),
                wish.force(),
                retention.since(today)));
        return switch (decision) {
            case Decision.Refused<ErasedInvoices> refused -> new Decision.Refused<>(refused.refusal(), false);
            case Decision.Accepted<ErasedInvoices> accepted -> {
                ErasedInvoices invoices = accepted.result();
                Set<Long> carts = carts(order, held);
                Set<SubjectId> keys = keys(order, line == null, lines, invoices);
                carts.forEach(position -> keys.add(CartPosition.subject(position)));
                if (erasures.left(keys).isEmpty()) {
                    LocalDate last = latest(invoices);
                    yield new Decision.Refused<>(
                            last == null ? ErasureRefusals.NOTHING_LEFT : ErasureRefusals.kept(retention.until(last)),
                            false);
                }
                Set<String> streams = tell(wish, order, held, retention.since(today));
                carts.forEach(position -> streams.add(CartPosition.stream(position)));
                erasures.perform(new Erasure(
                        wish.id(),
                        wish.organizer(),
                        event,
                        subject,
                        wish.reason(),
                        wish.reference(),
                        wish.force(),
                        keys,
                        streams,
                        files(own),
                        kept(invoices),
                        wish.now()));
                yield new Decision.Accepted<>(wish.id());
            }
        };
    }

    private static Set<SubjectId> keys(OrderId order, boolean buyer, List<Long> lines, ErasedInvoices invoices) {
        Set<SubjectId> keys = new HashSet<>();
        if (buyer) {
            keys.add(order.subject());
        }
        lines.forEach(id -> keys.add(new TicketId(id).subject()));
        invoices.erased().forEach(invoice -> keys.add(Invoice.subject(invoice)));
        return keys;
    }

    /**
     * The cart positions that became this order, or one from which its positions were split off. Nobody knows which guest
     * each of them names, and nobody needs them any more: they go with whoever of the order is erased first.
     */
    private Set<Long> carts(OrderId order, List<HeldLine> held) {
        Set<OrderId> orders = new HashSet<>(Set.of(order));
        held.forEach(row -> orders.add(row.order()));
        Set<Long> carts = new TreeSet<>();
        for (OrderId bought : orders) {
            for (RecordedEvent event : log.ofAggregate(bought.aggregateId(), -1)) {
                if (event.payload() instanceof OrderPlaced placed) {
                    carts.addAll(placed.placed().fromCarts());
                }
            }
        }
        return carts;
    }

    /** Tells tickets and former orders. @return all streams that are told, the order's own included */
    private Set<String> tell(ErasureWish wish, OrderId order, List<HeldLine> held, LocalDate keepSince) {
        Set<String> streams = new TreeSet<>();
        streams.add(order.aggregateId());
        Map<Long, List<Long>> former = new TreeMap<>();
        for (HeldLine row : held) {
            if (row.movedOn()) {
                former.computeIfAbsent(row.order().number(), number -> new ArrayList<>())
                        .add(row.line());
            } else {
                TicketId ticket = new TicketId(row.line());
                commands.send(new EraseTicket(ticket, wish.id()));
                streams.add(ticket.aggregateId());
            }
        }
        former.forEach((number, lines) -> {
            OrderId other = new OrderId(number);
            commands.send(new EraseOrder(other, wish.id(), false, lines, true, true, keepSince));
            streams.add(other.aggregateId());
        });
        return streams;
    }

    /** Over is what nobody can use any more: taken out of the order, or of a date that has ended. */
    private static boolean isOver(EventOffer offer, List<HeldLine> lines, Instant now) {
        return lines.stream()
                .filter(line -> !line.canceled())
                .allMatch(line -> end(offer, line.subevent()).isBefore(now));
    }

    private static Instant end(EventOffer offer, @Nullable Long date) {
        Subevent subevent = date == null ? null : offer.subevents().get(date);
        if (subevent != null) {
            return subevent.dateTo() == null ? subevent.dateFrom() : subevent.dateTo();
        }
        Instant to = offer.dateTo();
        return to == null ? offer.dateFrom() : to;
    }

    private static List<UUID> files(List<HeldLine> lines) {
        return lines.stream()
                .flatMap(line -> line.attendee().files().stream())
                .distinct()
                .toList();
    }

    private List<KeptInvoice> kept(ErasedInvoices invoices) {
        return invoices.kept().entrySet().stream()
                .map(kept -> new KeptInvoice(kept.getKey(), retention.until(kept.getValue())))
                .sorted(Comparator.comparingLong(KeptInvoice::invoice))
                .collect(Collectors.toList());
    }

    private static @Nullable LocalDate latest(ErasedInvoices invoices) {
        return invoices.kept().values().stream().max(Comparator.naturalOrder()).orElse(null);
    }
}
