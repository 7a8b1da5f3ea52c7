package org.gatebook.command.order.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gatebook.api.EventSlug;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.invoice.InvoiceNumber;
import org.gatebook.api.invoice.InvoiceWish;
import org.gatebook.api.offer.EventDetails;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventTerms;
import org.gatebook.api.offer.EventTerms.Invoices;
import org.gatebook.api.offer.InvoiceGeneration;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.api.offer.Text;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.Buyer;
import org.gatebook.api.order.InvoiceAddress;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.InvoiceCanceled;
import org.gatebook.api.order.OrderEvent.InvoiceIssued;
import org.gatebook.command.order.OrderExamples;
import org.gatebook.command.order.invoice.InvoiceFacts.Name;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.eventstore.test.Blank;
import org.jspecify.annotations.Nullable;

/** Events that make invoices, and orders that have some. */
public final class InvoiceExamples {

    /** The day of all documents. */
    public static final LocalDate TODAY = LocalDate.of(2030, 5, 1);

    private InvoiceExamples() {}

    /** @param generate code of when invoices are made */
    static Blank<Invoices> terms(String generate) {
        return Blank.of(Invoices.class)
                .with("generate", InvoiceGeneration.ofCode(generate))
                .with("salesChannels", Set.of("web"))
                .with("includeFree", true)
                .with("attendeeName", true)
                .with("introductoryText", new Text(Map.of("en", "Thank\nyou.", "de", "Danke.")))
                .with("additionalText", new Text(Map.of()))
                .with("footerText", new Text(Map.of("en", "Acme")));
    }

    static EventOffer offer(Invoices terms) {
        return Blank.of(EventOffer.class)
                .with("event", new EventSlug("fest"))
                .with(
                        "details",
                        Blank.of(EventDetails.class)
                                .with("locale", "en")
                                .with("dateFrom", Instant.parse("2030-06-01T18:00:00Z"))
                                .make())
                .with(
                        "terms",
                        Blank.of(EventTerms.class)
                                .with("invoices", terms)
                                .with(
                                        "payment",
                                        Blank.of(EventTerms.Payment.class)
                                                .with("providers", Set.of("manual"))
                                                .make())
                                .make())
                .with(
                        "items",
                        Map.of(
                                5L,
                                Blank.of(Item.class)
                                        .with("id", 5L)
                                        .with("name", new Text(Map.of("en", "Ticket", "de", "Karte")))
                                        .make()))
                .with(
                        "taxRules",
                        Map.of(
                                1L,
                                new TaxRule(
                                        1,
                                        new Text(Map.of("en", "VAT")),
                                        new BigDecimal("19.00"),
                                        true,
                                        true,
                                        "DE",
                                        false,
                                        List.of())))
                .make();
    }

    /** Facts for a plan of so many documents, numbered on from those that the order has. */
    static InvoiceFacts facts(OrderState order, Invoices terms, @Nullable InvoiceAddress address, Invoice... known) {
        int made = order.contents().invoices().documents().size();
        List<Name> names = new ArrayList<>();
        for (int number = made + 1; number <= made + 3; number++) {
            names.add(new Name(9_000L + number, new InvoiceNumber("FEST-", "0000" + number)));
        }
        Map<Long, Invoice> documents = new HashMap<>();
        Stream.of(known).forEach(document -> documents.put(document.id(), document));
        return new InvoiceFacts(
                offer(terms),
                "en",
                new Buyer(null, null, "", address),
                Map.of(
                        1001L,
                        new Attendee(
                                Map.of("_scheme", "full", "full_name", "Ann"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of())),
                documents,
                names,
                TODAY);
    }

    /** What the order decides. */
    static Outcome<OrderEvent, List<Long>> decide(
            OrderState order, InvoiceWish wish, Invoices terms, Invoice... known) {
        return InvoiceDecider.make(
                order, InvoiceRules.plan(order, wish, terms, TODAY), facts(order, terms, null, known));
    }

    /** The order with an invoice made by hand. */
    public static OrderState invoiced(OrderState order) {
        return OrderExamples.after(
                order,
                OrderExamples.eventsOf(
                        decide(order, new InvoiceWish.ByHand(), terms("admin").make())));
    }

    /** The documents among these events. */
    static List<Invoice> documents(List<OrderEvent> events) {
        return events.stream()
                .<Invoice>mapMulti((event, found) -> {
                    if (event instanceof InvoiceIssued issued) {
                        found.accept(issued.invoice());
                    } else if (event instanceof InvoiceCanceled canceled) {
                        found.accept(canceled.cancellation());
                    }
                })
                .toList();
    }
}
