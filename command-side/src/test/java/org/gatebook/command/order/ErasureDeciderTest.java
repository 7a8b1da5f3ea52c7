package org.gatebook.command.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.command.order.OrderExamples.ID;
import static org.gatebook.command.order.OrderExamples.canceled;
import static org.gatebook.command.order.OrderExamples.pending;
import static org.gatebook.command.order.OrderExamples.refusalOf;
import static org.gatebook.command.order.invoice.InvoiceExamples.TODAY;
import static org.gatebook.command.order.invoice.InvoiceExamples.invoiced;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Outcome.Accepted;
import org.gatebook.api.erasure.ErasureRefusals;
import org.gatebook.api.order.OrderCommand.EraseOrder;
import org.gatebook.api.order.OrderCommand.ErasedInvoices;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.OrderErased;
import org.gatebook.command.order.state.OrderState;
import org.junit.jupiter.api.Test;

/** Who may be erased, and which recipients of invoices stay (ADR 0041). */
class ErasureDeciderTest {

    private static final long ERASURE = 5001;

    @Test
    void an_order_that_is_alive_is_erased_by_force_only() {
        OrderState alive = pending("23.00", null);
        assertThat(refusalOf(erase(alive, false, false, TODAY))).isEqualTo(ErasureRefusals.ALIVE);
        assertThat(erase(alive, false, true, TODAY)).isInstanceOf(Accepted.class);
        assertThat(erase(alive, true, false, TODAY)).isInstanceOf(Accepted.class);
        assertThat(erase(canceled(alive), false, false, TODAY)).isInstanceOf(Accepted.class);
    }

    @Test
    void the_recipient_of_an_invoice_stays_on_its_last_day_and_is_erased_on_the_next() {
        OrderState order = invoiced(pending("23.00", null));
        long invoice = order.contents().invoices().documents().getFirst().id();
        assertThat(result(erase(order, true, false, TODAY)))
                .isEqualTo(new ErasedInvoices(List.of(), Map.of(invoice, TODAY)));
        Outcome<OrderEvent, ErasedInvoices> late = erase(order, true, false, TODAY.plusDays(1));
        assertThat(result(late)).isEqualTo(new ErasedInvoices(List.of(invoice), Map.of()));
        assertThat(OrderExamples.eventsOf(late))
                .containsExactly(new OrderErased(ID, ERASURE, true, List.of(1001L), List.of(invoice)));
    }

    @Test
    void who_only_attends_has_no_invoices_to_keep() {
        OrderState order = invoiced(pending("23.00", null));
        EraseOrder attendee = new EraseOrder(ID, ERASURE, false, List.of(1001L), true, false, TODAY);
        assertThat(result(ErasureDecider.erase(order, attendee))).isEqualTo(new ErasedInvoices(List.of(), Map.of()));
    }

    private static Outcome<OrderEvent, ErasedInvoices> erase(
            OrderState order, boolean over, boolean force, LocalDate keepSince) {
        return ErasureDecider.erase(order, new EraseOrder(ID, ERASURE, true, List.of(1001L), over, force, keepSince));
    }

    private static ErasedInvoices result(Outcome<OrderEvent, ErasedInvoices> outcome) {
        return ((Accepted<OrderEvent, ErasedInvoices>) outcome).result();
    }
}
