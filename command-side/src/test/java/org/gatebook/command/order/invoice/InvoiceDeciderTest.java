package org.gatebook.command.order.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.gatebook.command.order.OrderExamples.after;
import static org.gatebook.command.order.OrderExamples.awaitingApproval;
import static org.gatebook.command.order.OrderExamples.canceled;
import static org.gatebook.command.order.OrderExamples.eur;
import static org.gatebook.command.order.OrderExamples.eventsOf;
import static org.gatebook.command.order.OrderExamples.expired;
import static org.gatebook.command.order.OrderExamples.line;
import static org.gatebook.command.order.OrderExamples.paid;
import static org.gatebook.command.order.OrderExamples.pending;
import static org.gatebook.command.order.OrderExamples.place;
import static org.gatebook.command.order.OrderExamples.refusalOf;
import static org.gatebook.command.order.OrderExamples.stateAfter;
import static org.gatebook.command.order.invoice.InvoiceExamples.TODAY;
import static org.gatebook.command.order.invoice.InvoiceExamples.decide;
import static org.gatebook.command.order.invoice.InvoiceExamples.documents;
import static org.gatebook.command.order.invoice.InvoiceExamples.facts;
import static org.gatebook.command.order.invoice.InvoiceExamples.terms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.invoice.InvoiceLine;
import org.gatebook.api.invoice.InvoiceOccasion;
import org.gatebook.api.invoice.InvoiceRefusals;
import org.gatebook.api.invoice.InvoiceSender;
import org.gatebook.api.invoice.InvoiceWish;
import org.gatebook.api.invoice.InvoiceWish.After;
import org.gatebook.api.invoice.InvoiceWish.ByHand;
import org.gatebook.api.invoice.InvoiceWish.Regenerate;
import org.gatebook.api.invoice.InvoiceWish.Reissue;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventTerms.Invoices;
import org.gatebook.api.order.InvoiceAddress;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.InvoiceCanceled;
import org.gatebook.api.order.OrderEvent.InvoiceIssued;
import org.gatebook.api.order.OrderEvent.InvoiceOutdated;
import org.gatebook.api.order.OrderEvent.InvoiceRegenerated;
import org.gatebook.api.order.OrderLine;
import org.gatebook.command.order.state.OrderState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which documents an order gets, what they say, and which are refused (behaviour notes, orders 13).
 *
 * <p>Long: each occasion for an invoice, with its refusals, on one order.
 */
class InvoiceDeciderTest {

    private static final Invoices BY_HAND = terms("admin").make();

    /** An order with an invoice, and that invoice. */
    private record Invoiced(OrderState order, Invoice invoice) {
        static Invoiced of(OrderState order) {
            List<OrderEvent> events = eventsOf(decide(order, new ByHand(), BY_HAND));
            return new Invoiced(after(order, events), documents(events).getFirst());
        }

        Invoiced and(InvoiceWish wish, Invoices terms) {
            return new Invoiced(after(order, eventsOf(decide(order, wish, terms, invoice))), invoice);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "user", "paid", "user_paid", "True"})
    void an_event_that_knows_invoices_makes_them_by_hand(String generate) {
        assertThat(eventsOf(decide(
                        pending("23.00", null), new ByHand(), terms(generate).make())))
                .singleElement()
                .isInstanceOf(InvoiceIssued.class);
    }

    @Test
    void an_event_without_invoices_makes_none() {
        assertThat(refusal(pending("23.00", null), new ByHand(), terms("False").make()))
                .isEqualTo(InvoiceRefusals.NOT_QUALIFIED);
    }

    @Test
    void free_orders_those_that_wait_for_approval_and_other_channels_get_none() {
        assertThat(refusal(pending("0.00", null), new ByHand(), BY_HAND)).isEqualTo(InvoiceRefusals.NOT_QUALIFIED);
        assertThat(refusal(awaitingApproval("23.00"), new ByHand(), BY_HAND)).isEqualTo(InvoiceRefusals.NOT_QUALIFIED);
        Invoices elsewhere =
                terms("admin").with("salesChannels", Set.of("pretixpos")).make();
        assertThat(refusal(pending("23.00", null), new ByHand(), elsewhere)).isEqualTo(InvoiceRefusals.NOT_QUALIFIED);
    }

    @Test
    void a_second_invoice_needs_the_first_to_be_cancelled_and_the_order_to_be_valid() {
        Invoiced first = Invoiced.of(pending("23.00", null));
        assertThat(refusal(first.order(), new ByHand(), BY_HAND)).isEqualTo(InvoiceRefusals.EXISTS);
        Invoiced called = first.and(new After(InvoiceOccasion.CALLED_OFF), BY_HAND);
        assertThat(eventsOf(decide(called.order(), new ByHand(), BY_HAND))).hasSize(1);
        assertThat(refusal(canceled(called.order()), new ByHand(), BY_HAND)).isEqualTo(InvoiceRefusals.EXISTS);
    }

    @Test
    void the_invoice_of_a_cancelled_order_is_cancelled_at_once() {
        List<Invoice> made = documents(eventsOf(decide(canceled(pending("23.00", null)), new ByHand(), BY_HAND)));
        assertThat(made).hasSize(2);
        assertThat(made.getLast().cancels())
                .isEqualTo(new Invoice.Canceled(9_001, made.getFirst().number()));
    }

    @Test
    void reissuing_cancels_and_makes_a_new_one_but_not_for_a_cancelled_order() {
        Invoiced first = Invoiced.of(pending("23.00", null));
        Reissue again = new Reissue(first.invoice().id());
        assertThat(eventsOf(decide(first.order(), again, BY_HAND, first.invoice())))
                .extracting(Object::getClass)
                .containsExactly(InvoiceCanceled.class, InvoiceIssued.class);
        assertThat(eventsOf(decide(canceled(first.order()), again, BY_HAND, first.invoice())))
                .extracting(Object::getClass)
                .containsExactly(InvoiceCanceled.class);
    }

    @Test
    void what_is_cancelled_or_cancels_is_not_reissued() {
        Invoiced called = Invoiced.of(pending("23.00", null)).and(new After(InvoiceOccasion.CALLED_OFF), BY_HAND);
        assertThat(refusal(called.order(), new Reissue(9_001), BY_HAND)).isEqualTo(InvoiceRefusals.CANCELED);
        assertThat(refusal(called.order(), new Reissue(9_002), BY_HAND)).isEqualTo(InvoiceRefusals.CANCELED);
        assertThat(refusal(called.order(), new Reissue(77), BY_HAND)).isEqualTo(Refusal.notFound());
    }

    @Test
    void regenerating_is_refused_unless_the_event_allows_it_on_the_same_or_the_next_day() {
        Invoiced first = Invoiced.of(pending("23.00", null));
        Regenerate again = new Regenerate(9_001);
        assertThat(refusal(first.order(), again, BY_HAND)).isEqualTo(InvoiceRefusals.FINAL);
        Invoices allowed = terms("admin").with("regenerateAllowed", true).make();
        assertThat(InvoiceRules.plan(first.order(), again, allowed, TODAY.plusDays(1))
                        .refusal())
                .isNull();
        assertThat(InvoiceRules.plan(first.order(), again, allowed, TODAY.plusDays(2))
                        .refusal())
                .isEqualTo(InvoiceRefusals.TOO_OLD);
        assertThat(refusal(first.order(), new Regenerate(77), allowed)).isEqualTo(Refusal.notFound());
    }

    @Test
    void that_it_is_cancelled_is_said_before_that_it_is_final() {
        Invoiced called = Invoiced.of(pending("23.00", null)).and(new After(InvoiceOccasion.CALLED_OFF), BY_HAND);
        assertThat(refusal(called.order(), new Regenerate(9_001), BY_HAND)).isEqualTo(InvoiceRefusals.CANCELED);
        assertThat(refusal(called.order(), new Regenerate(9_002), BY_HAND)).isEqualTo(InvoiceRefusals.FINAL);
    }

    @Test
    void a_document_that_is_made_again_keeps_its_number_and_day() {
        Invoiced first = Invoiced.of(pending("23.00", null));
        Invoices allowed = terms("admin")
                .with("regenerateAllowed", true)
                .with("attendeeName", false)
                .make();
        List<OrderEvent> events = eventsOf(decide(first.order(), new Regenerate(9_001), allowed, first.invoice()));
        assertThat(events).singleElement().isInstanceOfSatisfying(InvoiceRegenerated.class, again -> {
            assertThat(again.invoice().number()).isEqualTo(first.invoice().number());
            assertThat(again.invoice().date()).isEqualTo(TODAY);
            assertThat(again.invoice().lines().getFirst().description()).isEqualTo("Ticket");
        });
        assertThat(after(first.order(), events).contents().invoices())
                .isEqualTo(first.order().contents().invoices());
    }

    @ParameterizedTest
    @CsvSource({
        "False, PLACED, none, none",
        "admin, PLACED, none, none",
        "paid, PLACED, none, issued",
        "True, PLACED, issued, issued",
        "False, PAID, none, none",
        "admin, PAID, none, none",
        "paid, PAID, issued, issued",
        "True, PAID, issued, issued",
        "paid, APPROVED, none, none",
        "True, APPROVED, issued, issued",
        "True, CALLED_OFF, none, none",
        "True, CANCELED_FOR_FEE, none, none",
        "True, REVIVED, none, none",
        "admin, CHANGED, none, none",
        "paid, CHANGED, none, issued",
        "True, CHANGED, issued, issued",
        "False, SPLIT_OFF, issued, issued",
    })
    void an_order_without_an_invoice_gets_one_by_itself(
            String generate, InvoiceOccasion occasion, String pending, String paid) {
        assertThat(follows(pending("23.00", null), occasion, generate)).isEqualTo(pending);
        assertThat(follows(paid("23.00", "manual"), occasion, generate)).isEqualTo(paid);
    }

    @ParameterizedTest
    @CsvSource({
        "admin, PAID, none, issued",
        "True, PLACED, none, none",
        "True, APPROVED, none, none",
        "admin, CALLED_OFF, canceled, none",
        "admin, CANCELED_FOR_FEE, canceled issued, issued",
        "admin, REVIVED, none, issued",
        "admin, CHANGED, canceled issued, none",
        "True, CHANGED, canceled issued, issued",
        "paid, CHANGED, outdated, none",
        "True, SPLIT_OFF, none, none",
    })
    void an_order_with_an_invoice_gets_it_cancelled_or_replaced(
            String generate, InvoiceOccasion occasion, String open, String canceled) {
        Invoiced first = Invoiced.of(pending("23.00", null));
        assertThat(follows(first.order(), occasion, generate, first.invoice())).isEqualTo(open);
        Invoiced called = first.and(new After(InvoiceOccasion.CALLED_OFF), BY_HAND);
        assertThat(follows(called.order(), occasion, generate, first.invoice())).isEqualTo(canceled);
    }

    @Test
    void an_outdated_invoice_is_replaced_when_the_order_is_paid() {
        Invoices whenPaid = terms("paid").make();
        Invoiced outdated = Invoiced.of(pending("23.00", null)).and(new After(InvoiceOccasion.CHANGED), whenPaid);
        assertThat(follows(outdated.order(), InvoiceOccasion.CHANGED, "paid", outdated.invoice()))
                .isEqualTo("none");
        assertThat(follows(outdated.order(), InvoiceOccasion.PAID, "paid", outdated.invoice()))
                .isEqualTo("canceled issued");
    }

    @Test
    void what_expired_and_no_longer_qualifies_is_only_cancelled() {
        Invoiced first = Invoiced.of(pending("23.00", null));
        assertThat(follows(expired(first.order()), InvoiceOccasion.CHANGED, "True", first.invoice()))
                .isEqualTo("canceled");
        assertThat(follows(first.order(), InvoiceOccasion.CHANGED, "other channel", first.invoice()))
                .isEqualTo("canceled");
    }

    @Test
    void an_invoice_copies_texts_lines_and_address() {
        OrderState order = stateAfter(eventsOf(place(
                List.of(line(1001, "23.00", null), line(1003, "0.00", null), line(1004, "5.00", 1001L)),
                true,
                "manual")));
        InvoiceAddress address = new InvoiceAddress(
                Instant.EPOCH,
                true,
                "Firm",
                Map.of("_scheme", "full", "full_name", "Ann"),
                "Street 1",
                "20500",
                "Town",
                "US",
                "CA",
                "X1",
                false,
                null,
                "PO 7");
        Invoice invoice = InvoiceDraft.of(
                order,
                facts(order, terms("admin").with("includeFree", false).make(), address),
                facts(order, BY_HAND, null).names().getFirst(),
                TODAY);
        assertThat(invoice.to().value().orElseThrow().text())
                .isEqualTo("Firm\nAnn\nStreet 1\n20500 Town CA\nUnited States of America\nVAT-ID: X1");
        assertThat(invoice.texts().introductory()).isEqualTo("Thank<br />you.");
        assertThat(invoice.texts().stamp()).isEqualTo("paid");
        assertThat(invoice.lines())
                .extracting(InvoiceLine::position, InvoiceLine::description, InvoiceLine::guestName)
                .containsExactly(tuple(1, "Ticket<br />Attendee: Ann", "Ann"), tuple(2, "  + Ticket", null));
    }

    /** Lines come to the order's total, and a cancellation takes all of it back. */
    @Property(tries = 200)
    void the_lines_of_an_invoice_are_the_total_and_a_cancellation_is_its_negation(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 99_999) Integer> cents) {
        List<OrderLine> lines = new ArrayList<>();
        Money total = eur("0.00");
        for (int index = 0; index < cents.size(); index++) {
            String price = "%d.%02d".formatted(cents.get(index) / 100, cents.get(index) % 100);
            lines.add(line(1001 + index, price, null));
            total = total.plus(eur(price));
        }
        OrderState order = stateAfter(eventsOf(place(lines, false, null)));
        Invoice invoice = InvoiceDraft.of(
                order,
                facts(order, BY_HAND, null),
                facts(order, BY_HAND, null).names().getFirst(),
                TODAY);
        assertThat(invoice.total()).isEqualTo(total);
        Invoice cancellation =
                invoice.cancellation(2, invoice.number(), TODAY, new InvoiceSender("", "", "", "", "", "", ""));
        assertThat(cancellation.total()).isEqualTo(total.negated());
        for (int index = 0; index < invoice.lines().size(); index++) {
            InvoiceLine line = invoice.lines().get(index);
            InvoiceLine taken = cancellation.lines().get(index);
            assertThat(taken.gross()).isEqualTo(line.gross().negated());
            assertThat(taken.tax()).isEqualTo(line.tax().negated());
            assertThat(taken.description()).isEqualTo(line.description());
        }
    }

    private static Refusal refusal(OrderState order, InvoiceWish wish, Invoices terms) {
        return refusalOf(decide(order, wish, terms));
    }

    private static String follows(OrderState order, InvoiceOccasion occasion, String generate, Invoice... known) {
        Invoices terms = generate.equals("other channel")
                ? terms("admin").with("salesChannels", Set.of("pretixpos")).make()
                : terms(generate).make();
        List<String> words = eventsOf(decide(order, new After(occasion), terms, known)).stream()
                .map(InvoiceDeciderTest::word)
                .toList();
        return words.isEmpty() ? "none" : String.join(" ", words);
    }

    private static String word(OrderEvent event) {
        if (event instanceof InvoiceIssued) {
            return "issued";
        } else if (event instanceof InvoiceCanceled) {
            return "canceled";
        }
        return event instanceof InvoiceOutdated ? "outdated" : "?";
    }
}
