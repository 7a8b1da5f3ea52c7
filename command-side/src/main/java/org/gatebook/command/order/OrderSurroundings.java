package org.gatebook.command.order;

import java.time.Instant;
import java.util.List;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.invoice.InvoiceOccasion;
import org.gatebook.api.invoice.MakeInvoices;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderCommand.ChangeOrder;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.order.change.ChangeCircumstances;
import org.gatebook.command.order.change.ChangeFacts;
import org.gatebook.command.order.change.ChangePlan;
import org.gatebook.command.order.invoice.InvoiceCircumstances;
import org.gatebook.command.order.invoice.InvoiceDecider;
import org.gatebook.command.order.invoice.InvoicePlan;
import org.gatebook.command.order.invoice.OrderInvoices;
import org.gatebook.command.order.state.OrderContents;
import org.gatebook.command.order.state.OrderHoldings;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.usage.Holdings;
import org.gatebook.command.order.usage.OrderUsage;
import org.gatebook.eventstore.TransactionalUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an order asks of the event around it, and where every change of what it holds is counted, whichever command made it. */
@Component
class OrderSurroundings {

    private final EventOffers offers;
    private final OrderUsage usage;
    private final OrderCircumstances circumstances;
    private final ChangeCircumstances changes;
    private final InvoiceCircumstances invoices;
    private final OrderInvoices followUps;
    private final TransactionalUnit unit;

    OrderSurroundings(
            EventOffers offers,
            OrderUsage usage,
            OrderCircumstances circumstances,
            ChangeCircumstances changes,
            InvoiceCircumstances invoices,
            OrderInvoices followUps,
            TransactionalUnit unit) {
        this.offers = offers;
        this.usage = usage;
        this.circumstances = circumstances;
        this.changes = changes;
        this.invoices = invoices;
        this.followUps = followUps;
        this.unit = unit;
    }

    /**
     * What the event says to the order's being paid or coming back now.
     *
     * @param force whether nobody asks for places
     */
    Circumstances around(OrderState order, Instant now, boolean force) {
        return circumstances.of(order, now, force);
    }

    /** When the event ends the order's term by itself; null if never. */
    @Nullable
    Instant automaticExpiry(OrderState order) {
        return circumstances.automaticExpiry(order.contents());
    }

    /** What there is to know of a change of what the order holds. */
    ChangeFacts facts(OrderState order, ChangeOrder command) {
        return changes.facts(order, command);
    }

    /** Why there are not the places that a change of the order takes; null if there are. */
    @Nullable
    Refusal unavailable(OrderState order, ChangePlan plan, ChangeOrder command) {
        return changes.unavailable(order, plan, command);
    }

    /** Who comes with a position of the order; null if it has no such position. */
    @Nullable
    Personal<Attendee> attendee(OrderId order, long line) {
        return changes.attendee(order, line);
    }

    /** The invoices that the order makes, numbers included. */
    Outcome<OrderEvent, List<Long>> invoices(OrderState order, MakeInvoices command) {
        InvoicePlan plan = invoices.plan(order, command);
        return InvoiceDecider.make(order, plan, invoices.facts(order, plan, command.now()));
    }

    /**
     * Counts the difference when the unit ends, and makes the invoices that follow.
     *
     * @param happened the events between the two
     */
    void changed(@Nullable OrderState before, OrderState after, List<OrderEvent> happened) {
        InvoiceOccasion occasion =
                invoices.follows(before, after, happened, unit.entered().now());
        if (occasion != null) {
            followUps.follow(after.contents().id(), occasion);
        }
        Holdings held = OrderHoldings.of(before);
        Holdings holds = OrderHoldings.of(after);
        if (!held.equals(holds)) {
            OrderContents order = after.contents();
            usage.changed(offers.of(order.organizer(), order.event()), held, holds);
        }
    }
}
