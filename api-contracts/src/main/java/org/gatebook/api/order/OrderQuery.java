package org.gatebook.api.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.query.Query;
import org.gatebook.api.ticket.IssuedTicket;
import org.jspecify.annotations.Nullable;

/**
 * Questions about orders.
 *
 * @param <R> the answer
 */
public sealed interface OrderQuery<R> extends Query<R> {

    /**
     * The order of exactly this code within the event.
     *
     * @param code as the client wrote it
     */
    record FindOrder(OrganizerSlug organizer, EventSlug event, String code)
            implements OrderQuery<Optional<FoundOrder>> {}

    /**
     * The position of this number within the event.
     *
     * @param canceledToo whether a cancelled position is found
     */
    record FindPosition(OrganizerSlug organizer, EventSlug event, long position, boolean canceledToo)
            implements OrderQuery<Optional<FoundPosition>> {}

    /** The order as its resource shows it, a JSON value for an answer; empty if there is none. */
    record ShowOrder(OrganizerSlug organizer, OrderId order, OrderShape shape)
            implements OrderQuery<Optional<Object>> {}

    /**
     * The position as its resource shows it, a JSON value for an answer; empty if there is none. Whether cancelled ones
     * are shown says the shape.
     */
    record ShowPosition(OrganizerSlug organizer, EventSlug event, long position, OrderShape shape)
            implements OrderQuery<Optional<Object>> {}

    /** The payment of this local id as its resource shows it, a JSON value for an answer; empty if there is none. */
    record ShowPayment(OrganizerSlug organizer, OrderId order, int localId, OrderShape shape)
            implements OrderQuery<Optional<Object>> {}

    /** The refund of this local id as its resource shows it, a JSON value for an answer; empty if there is none. */
    record ShowRefund(OrganizerSlug organizer, OrderId order, int localId, OrderShape shape)
            implements OrderQuery<Optional<Object>> {}

    /** What may be changed on an order, as it is now; empty if there is no such order. */
    record FindOrderDetails(OrderId order) implements OrderQuery<Optional<OrderDetails>> {}

    /** All positions of an order, cancelled ones too, by number within the order; none if there is no such order. */
    record FindLines(OrderId order) implements OrderQuery<List<KnownLine>> {}

    /** The ids of an order's fees that are not cancelled. */
    record FindFees(OrderId order) implements OrderQuery<Set<Long>> {}

    /**
     * Pending orders of all organizers whose term was over at this moment and ends by itself, as far as orders say it
     * (behaviour notes, orders 12.12); what their events say to it is not asked here. The oldest terms come first.
     *
     * @param after only those that come after this one; null to begin with the first
     * @param limit at most so many
     */
    record FindOverdueOrders(Instant now, @Nullable OverdueOrder after, int limit)
            implements OrderQuery<List<OverdueOrder>> {}

    /**
     * An order that was only simulated, as its resource would show it (behaviour notes, orders 7.10): without a moment of
     * placing, and with positions that have no number and name no order but the one that the client has named. Everything
     * else is shown as it is given; lines are numbered by their ranks.
     *
     * @param wantedCode what the client would call it; null if it leaves that to us
     * @param placed what would have been placed; its {@code datetime} is shown as that of the last modification
     * @param status as the client sent it
     * @param tickets one for each line, in their order
     */
    record PreviewOrder(
            PlacedOrder placed,
            @Nullable String wantedCode,
            OrderStatus status,
            List<IssuedTicket> tickets,
            OrderShape shape)
            implements OrderQuery<Object> {
        public PreviewOrder {
            tickets = List.copyOf(tickets);
        }
    }

    /**
     * An order, as far as whoever wants to change it has to know before.
     *
     * @param testmode whether it is a test order
     */
    record FoundOrder(OrderId id, OrderCode code, OrderStatus status, boolean testmode) {}

    /**
     * An order whose term is over.
     *
     * @param subevents the dates of a series that its positions are for
     */
    record OverdueOrder(OrderId id, OrganizerSlug organizer, EventSlug event, Instant expires, Set<Long> subevents) {
        public OverdueOrder {
            subevents = Set.copyOf(subevents);
        }
    }

    /**
     * A position, as far as whoever wants to change it has to know before.
     *
     * @param id also the ticket's number
     * @param order that it belongs to
     * @param positionid its rank within the order
     * @param canceled whether it was taken out
     */
    record FoundPosition(long id, FoundOrder order, int positionid, boolean canceled) {}

    /**
     * A position as its order knows it, without what it costs.
     *
     * @param attendee who comes, sealed under the position
     */
    record KnownLine(
            long id,
            int positionid,
            long item,
            @Nullable Long variation,
            @Nullable Long subevent,
            @Nullable Long voucher,
            @Nullable Long addonTo,
            boolean canceled,
            Personal<Attendee> attendee) {}
}
