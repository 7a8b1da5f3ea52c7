package org.gatebook.command.order;

import static org.gatebook.api.decision.Outcome.accepted;
import static org.gatebook.api.decision.Outcome.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.erasure.ErasureRefusals;
import org.gatebook.api.order.OrderCommand.EraseOrder;
import org.gatebook.api.order.OrderCommand.ErasedInvoices;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.OrderErased;
import org.gatebook.command.order.state.InvoiceBook;
import org.gatebook.command.order.state.InvoiceBook.Document;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Canceled;
import org.gatebook.command.order.state.OrderState.Deleted;
import org.gatebook.command.order.state.OrderState.Expired;
import org.gatebook.command.order.state.OrderState.Paid;
import org.gatebook.command.order.state.OrderState.Pending;

/** Decides whether the people of an order may be erased, and what of its invoices must be kept (ADR 0041). */
final class ErasureDecider {

    private static final String INVOICE = "invoice:";

    private ErasureDecider() {}

    static Outcome<OrderEvent, ErasedInvoices> erase(OrderState state, EraseOrder command) {
        boolean alive = switch (state) {
            case Pending p -> !command.over();
            case Paid p -> !command.over();
            case Expired e -> false;
            case Canceled c -> false;
            case Deleted d -> false;
        };
        if (alive && !command.force()) {
            return refused(ErasureRefusals.ALIVE);
        }
        List<Long> erased = new ArrayList<>();
        Map<Long, LocalDate> kept = new LinkedHashMap<>();
        if (command.buyer()) {
            for (Map.Entry<String, LocalDate> key :
                    lastDocuments(state.contents().invoices()).entrySet()) {
                boolean keep = !key.getValue().isBefore(command.keepSince());
                if (key.getKey().startsWith(INVOICE)) {
                    long invoice = Long.parseLong(key.getKey().substring(INVOICE.length()));
                    if (keep) {
                        kept.put(invoice, key.getValue());
                    } else {
                        erased.add(invoice);
                    }
                } else if (keep) {
                    // Sealed under the order itself, as the first ones were: erasing one would erase the other.
                    return refused(ErasureRefusals.NOT_APART);
                }
            }
        }
        return accepted(
                new ErasedInvoices(erased, kept),
                List.of(new OrderErased(command.order(), command.erasure(), command.buyer(), command.lines(), erased)));
    }

    /** The day of the last document that names each recipient, by the key that seals it. */
    private static Map<String, LocalDate> lastDocuments(InvoiceBook invoices) {
        Map<String, LocalDate> last = new TreeMap<>();
        for (Document document : invoices.documents()) {
            last.merge(document.key(), document.date(), (one, other) -> one.isBefore(other) ? other : one);
        }
        return last;
    }
}
