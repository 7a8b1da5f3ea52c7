package org.gatebook.command.order.invoice;

import static org.gatebook.api.decision.Outcome.accepted;
import static org.gatebook.api.decision.Outcome.refused;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.invoice.InvoiceSender;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.InvoiceCanceled;
import org.gatebook.api.order.OrderEvent.InvoiceIssued;
import org.gatebook.api.order.OrderEvent.InvoiceOutdated;
import org.gatebook.api.order.OrderEvent.InvoiceRegenerated;
import org.gatebook.api.order.OrderId;
import org.gatebook.command.order.invoice.InvoiceFacts.Name;
import org.gatebook.command.order.invoice.InvoicePlan.Step;
import org.gatebook.command.order.state.OrderState;
import org.jspecify.annotations.Nullable;

/** Makes the documents of a plan. */
public final class InvoiceDecider {

    private InvoiceDecider() {}

    /** Answers with the ids of the documents, in their order. */
    public static Outcome<OrderEvent, List<Long>> make(OrderState order, InvoicePlan plan, InvoiceFacts facts) {
        if (plan.refusal() != null) {
            return refused(plan.refusal());
        }
        OrderId id = order.contents().id();
        InvoiceSender sender = InvoiceSender.of(facts.offer().terms().invoices().from());
        Iterator<Name> names = facts.names().iterator();
        List<OrderEvent> events = new ArrayList<>();
        List<Long> made = new ArrayList<>();
        Invoice issued = null;
        for (Step step : plan.steps()) {
            Invoice document = switch (step) {
                case Step.Cancel cancel -> canceled(document(facts, cancel.invoice()), names, facts, sender);
                case Step.Issue issue -> InvoiceDraft.of(order, facts, names.next(), facts.today());
                case Step.CancelIssued cancel ->
                    canceled(Objects.requireNonNull(issued, "it was just made"), names, facts, sender);
                case Step.Regenerate again -> regenerated(order, facts, again.document(), sender);
                case Step.Outdate outdate -> null;
            };
            events.add(event(id, step, document));
            if (document != null) {
                made.add(document.id());
                issued = document;
            }
        }
        return accepted(made, events);
    }

    private static OrderEvent event(OrderId order, Step step, @Nullable Invoice document) {
        if (document == null) {
            return new InvoiceOutdated(order);
        }
        if (step instanceof Step.Regenerate) {
            return new InvoiceRegenerated(order, document);
        }
        return document.cancelsAnother() ? new InvoiceCanceled(order, document) : new InvoiceIssued(order, document);
    }

    private static Invoice canceled(Invoice invoice, Iterator<Name> names, InvoiceFacts facts, InvoiceSender sender) {
        Name name = names.next();
        return invoice.cancellation(name.id(), name.number(), facts.today(), sender);
    }

    /** Keeps number and day. */
    private static Invoice regenerated(OrderState order, InvoiceFacts facts, long id, InvoiceSender sender) {
        Invoice old = document(facts, id);
        Invoice.Canceled canceled = old.cancels();
        return canceled == null
                ? InvoiceDraft.of(order, facts, new Name(old.id(), old.number()), old.date())
                : document(facts, canceled.id()).cancellation(old.id(), old.number(), old.date(), sender);
    }

    private static Invoice document(InvoiceFacts facts, long id) {
        return Objects.requireNonNull(facts.documents().get(id), "documents that are cancelled are known");
    }
}
