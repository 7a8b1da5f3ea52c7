package org.gatebook.command.order.expire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.OrderCommand.ExpireOrder;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FindOverdueOrders;
import org.gatebook.api.order.OrderQuery.OverdueOrder;
import org.gatebook.command.order.term.AutomaticExpiry;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.TransactionalUnit.RetriesExhausted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Expires orders that nobody has paid in time (behaviour notes, orders 12.12), each in a unit of its own: one that was
 * paid or given more time since it was found refuses, and holds nobody up.
 */
@Component
class OverdueOrders {

    static final String NAME = "expire-overdue-orders";

    private static final int PAGE = 500;
    // A run does so much and no more, because other jobs wait for the same thread.
    private static final int PAGES = 40;
    private static final int UNITS = 2_000;

    private final TransactionalUnit unit;
    private final EventOffers offers;
    private final Questions questions;
    private final CommandSender commands;

    // Where the next run goes on. If runs began at the front, they would never get past many orders of events in which
    // nothing expires, nor past a single one that fails.
    private volatile @Nullable OverdueOrder reached;

    private record Candidate(OverdueOrder order, boolean due) {}

    OverdueOrders(TransactionalUnit unit, EventOffers offers, Questions questions, CommandSender commands) {
        this.unit = unit;
        this.offers = offers;
        this.questions = questions;
        this.commands = commands;
    }

    /** Expires what is due. @return how many orders expired */
    int expire() {
        String run = NAME + "-" + UUID.randomUUID();
        int units = 0;
        int expired = 0;
        for (int page = 0; page < PAGES; page++) {
            List<Candidate> candidates = candidates();
            for (Candidate candidate : candidates) {
                if (units == UNITS) {
                    return expired;
                }
                reached = candidate.order();
                if (candidate.due()) {
                    units++;
                    expired += expire(candidate.order(), run) ? 1 : 0;
                }
            }
            if (candidates.size() < PAGE) {
                reached = null;
                return expired;
            }
        }
        return expired;
    }

    private List<Candidate> candidates() {
        return unit.read(
                Opening.plain(),
                entered -> questions.ask(new FindOverdueOrders(entered.now(), reached, PAGE)).stream()
                        .map(order -> new Candidate(order, isDue(order, entered.now())))
                        .toList());
    }

    /** The aggregate decides; this only spares units to orders that would refuse. */
    private boolean isDue(OverdueOrder order, Instant now) {
        return offers.find(order.organizer(), order.event())
                .map(offer -> AutomaticExpiry.of(offer, offer.subevents(order.subevents()), order.expires()))
                .filter(end -> end.isBefore(now))
                .isPresent();
    }

    private boolean expire(OverdueOrder order, String run) {
        AuditContext audit =
                AuditContext.system(NAME, "job", run, order.organizer()).within(order.organizer(), order.event());
        try {
            return unit.write(new Opening(order.organizer(), order.event(), null), audit, entered -> {
                Decision<OrderId> decision = commands.send(new ExpireOrder(order.id(), entered.now(), true));
                return switch (decision) {
                    case Decision.Accepted<OrderId> accepted -> Ending.done(() -> true);
                    case Decision.Refused<OrderId> refused -> Ending.refused(false);
                };
            });
        } catch (RetriesExhausted e) {
            // Somebody is busy with it; if it is still overdue afterwards, another run finds it.
            return false;
        }
    }
}
