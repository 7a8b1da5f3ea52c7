package org.gatebook.command.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.invoice.MakeInvoices;
import org.gatebook.api.offer.EventTerms.Invoices;
import org.gatebook.api.offer.InvoiceGeneration;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderCommand.ChangeOrder;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.InvoiceOutdated;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.command.order.change.ChangeFacts;
import org.gatebook.command.order.change.ChangePlan;
import org.gatebook.command.order.change.FestivalOffer;
import org.gatebook.command.order.invoice.InvoicePlan;
import org.gatebook.command.order.invoice.InvoiceRules;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.eventstore.test.Blank;
import org.jspecify.annotations.Nullable;

/** An event in whose eyes nothing speaks against anything: places are free, money is taken, invoices are made. */
final class OpenSurroundings extends OrderSurroundings {

    private static final Invoices INVOICES = Blank.of(Invoices.class)
            .with("generate", InvoiceGeneration.BY_ORGANIZER)
            .with("salesChannels", Set.of("web"))
            .make();

    private final FestivalOffer festival = new FestivalOffer();

    @SuppressWarnings("DataFlowIssue")
    OpenSurroundings() {
        super(null, null, null, null, null, null, null);
    }

    @Override
    Circumstances around(OrderState order, Instant now, boolean force) {
        return OrderExamples.OPEN;
    }

    @Override
    @Nullable
    Instant automaticExpiry(OrderState order) {
        return null;
    }

    @Override
    ChangeFacts facts(OrderState order, ChangeOrder command) {
        return festival.facts(order);
    }

    @Override
    @Nullable
    Refusal unavailable(OrderState order, ChangePlan plan, ChangeOrder command) {
        return null;
    }

    @Override
    Personal<Attendee> attendee(OrderId order, long line) {
        return Personal.of(SubjectId.of("position", line), Attendee.unknown());
    }

    /** Whether there may be any; each step leaves the smallest event of its kind, because no document is of interest here. */
    @Override
    Outcome<OrderEvent, List<Long>> invoices(OrderState order, MakeInvoices command) {
        InvoicePlan plan = InvoiceRules.plan(order, command.wish(), INVOICES, LocalDate.EPOCH);
        return plan.refusal() == null
                ? Outcome.accepted(
                        List.of(),
                        plan.steps().stream()
                                .map(step -> new InvoiceOutdated(command.order()))
                                .toList())
                : Outcome.refused(plan.refusal());
    }

    @Override
    void changed(@Nullable OrderState before, OrderState after, List<OrderEvent> happened) {}
}
