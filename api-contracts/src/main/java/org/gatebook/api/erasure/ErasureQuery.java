package org.gatebook.api.erasure;

import java.util.List;
import java.util.Optional;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.api.order.OrderQuery.FoundPosition;
import org.gatebook.api.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Questions about erasures.
 *
 * @param <R> the answer
 */
public sealed interface ErasureQuery<R> extends Query<R> {

    /** The erasure of this number as its resource shows it, a JSON value for an answer. */
    record ShowErasure(OrganizerSlug organizer, long erasure) implements ErasureQuery<Optional<Object>> {}

    /** The order of exactly this code within the event; a test order too that was deleted, whose code nobody gets again. */
    record FindErasableOrder(OrganizerSlug organizer, EventSlug event, String code)
            implements ErasureQuery<Optional<FoundOrder>> {}

    /** The position of this number within the event, cancelled or of a deleted test order too. */
    record FindErasablePosition(OrganizerSlug organizer, EventSlug event, long position)
            implements ErasureQuery<Optional<FoundPosition>> {}

    /**
     * Every row that orders hold of the positions of this order, those of other orders included in which the positions
     * were before.
     *
     * @param line only of this position; null for all that the order has now, cancelled ones too
     */
    record FindHeldLines(OrderId order, @Nullable Long line) implements ErasureQuery<List<HeldLine>> {}

    /**
     * What an order holds of a position.
     *
     * @param order whose row it is
     * @param movedOn whether the position is in another order now
     * @param canceled whether it is in no order any more
     * @param subevent the date that it is for; null outside of series
     * @param attendee who comes
     */
    record HeldLine(
            long line,
            OrderId order,
            boolean movedOn,
            boolean canceled,
            @Nullable Long subevent,
            Attendee attendee) {}
}
