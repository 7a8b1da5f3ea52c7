package org.gatebook.command.order.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.invoice.InvoiceNumber;
import org.gatebook.api.invoice.InvoiceOccasion;
import org.gatebook.api.invoice.InvoiceWish;
import org.gatebook.api.invoice.MakeInvoices;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.Buyer;
import org.gatebook.api.order.OrderDetails;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.InvoiceCanceled;
import org.gatebook.api.order.OrderEvent.InvoiceIssued;
import org.gatebook.api.order.OrderEvent.InvoiceRegenerated;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FindLines;
import org.gatebook.api.order.OrderQuery.FindOrderDetails;
import org.gatebook.command.order.invoice.InvoiceFacts.Name;
import org.gatebook.command.order.invoice.InvoicePlan.Step;
import org.gatebook.command.order.invoice.number.InvoiceNumbers;
import org.gatebook.command.order.state.OrderContents;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what an order's invoices depend on, and what goes onto them. */
@Component
public class InvoiceCircumstances {

    private static final Buyer NOBODY = new Buyer(null, null, "", null);

    private final EventOffers offers;
    private final Questions questions;
    private final EventReader events;
    private final InvoiceNumbers numbers;
    private final ClientIds ids;

    InvoiceCircumstances(
            EventOffers offers, Questions questions, EventReader events, InvoiceNumbers numbers, ClientIds ids) {
        this.offers = offers;
        this.questions = questions;
        this.events = events;
        this.numbers = numbers;
        this.ids = ids;
    }

    /** Which documents are to be made. */
    public InvoicePlan plan(OrderState order, MakeInvoices command) {
        return InvoiceRules.plan(order, command.wish(), offer(order).terms().invoices(), day(command.now()));
    }

    /** Whether anything follows from what has happened to an order; for most orders nothing does. */
    public @Nullable InvoiceOccasion follows(
            @Nullable OrderState before, OrderState after, List<OrderEvent> happened, Instant now) {
        InvoiceOccasion occasion = Occasions.of(before, after, happened);
        if (occasion == null) {
            return null;
        }
        InvoicePlan plan = InvoiceRules.plan(
                after, new InvoiceWish.After(occasion), offer(after).terms().invoices(), day(now));
        return plan.isEmpty() ? null : occasion;
    }

    /**
     * What the plan needs. Draws the numbers of what it makes: their sequences are locked from then on, so that this is to
     * be asked last.
     */
    public InvoiceFacts facts(OrderState order, InvoicePlan plan, Instant now) {
        OrderContents contents = order.contents();
        EventOffer offer = offer(order);
        LocalDate today = day(now);
        boolean pictures =
                plan.steps().stream().anyMatch(step -> step instanceof Step.Issue || step instanceof Step.Regenerate);
        Optional<OrderDetails> details =
                pictures ? questions.ask(new FindOrderDetails(contents.id())) : Optional.empty();
        return new InvoiceFacts(
                offer,
                details.map(OrderDetails::locale).orElse(offer.locale()),
                details.flatMap(known -> known.buyer().value()).orElse(NOBODY),
                pictures ? attendees(contents.id()) : Map.of(),
                documents(contents, plan),
                names(contents, offer, plan, today),
                today);
    }

    private Map<Long, Attendee> attendees(OrderId order) {
        Map<Long, Attendee> attendees = new HashMap<>();
        questions
                .ask(new FindLines(order))
                .forEach(line -> line.attendee().value().ifPresent(known -> attendees.put(line.id(), known)));
        return attendees;
    }

    /** From the log: what was sealed for somebody stays sealed for them, and what was erased is not made up again. */
    private Map<Long, Invoice> documents(OrderContents order, InvoicePlan plan) {
        List<Long> wanted =
                plan.steps().stream().flatMap(InvoiceCircumstances::named).toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<Long, Invoice> documents = new HashMap<>();
        events.ofAggregate(order.id().aggregateId(), -1).forEach(event -> {
            Invoice document = switch (event.payload()) {
                case InvoiceIssued issued -> issued.invoice();
                case InvoiceCanceled canceled -> canceled.cancellation();
                case InvoiceRegenerated again -> again.invoice();
                default -> null;
            };
            if (document != null) {
                documents.put(document.id(), document);
            }
        });
        return documents;
    }

    private static Stream<Long> named(Step step) {
        return switch (step) {
            case Step.Cancel cancel -> Stream.of(cancel.invoice());
            case Step.Regenerate again -> Stream.of(again.document());
            case Step.Issue issue -> Stream.of();
            case Step.CancelIssued cancel -> Stream.of();
            case Step.Outdate outdate -> Stream.of();
        };
    }

    private List<Name> names(OrderContents order, EventOffer offer, InvoicePlan plan, LocalDate today) {
        List<Boolean> cancellations =
                plan.steps().stream().flatMap(InvoiceCircumstances::made).toList();
        if (cancellations.isEmpty()) {
            return List.of();
        }
        Iterator<Long> fresh = ids.next(cancellations.size()).iterator();
        List<Name> names = new ArrayList<>();
        for (InvoiceNumber number : numbers.of(order, offer, cancellations, today)) {
            names.add(new Name(fresh.next(), number));
        }
        return names;
    }

    /** Whether the step makes an invoice or a cancellation, if it makes a document of a new number. */
    private static Stream<Boolean> made(Step step) {
        return switch (step) {
            case Step.Cancel cancel -> Stream.of(true);
            case Step.Issue issue -> Stream.of(false);
            case Step.CancelIssued cancel -> Stream.of(true);
            case Step.Regenerate again -> Stream.of();
            case Step.Outdate outdate -> Stream.of();
        };
    }

    private EventOffer offer(OrderState order) {
        return offers.of(order.contents().organizer(), order.contents().event());
    }

    /** As in the reference, documents bear the day of Greenwich. */
    private static LocalDate day(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
