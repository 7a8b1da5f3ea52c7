package org.gatebook.query.audit.journal;

import java.util.List;
import java.util.Objects;
import org.gatebook.api.order.OrderEvent;
import org.jspecify.annotations.Nullable;

/** The entries of one order, event by event. */
public final class OrderJournal {

    private @Nullable BookedOrder order;

    /** What the next event of the order adds to the books; nothing for most. */
    public List<Posting> take(OrderEvent event) {
        BookedOrder before = order;
        BookedOrder after = JournalFold.fold(before, event);
        order = after;
        return Bookings.between(before, after);
    }

    /** The order as it is now. */
    public BookedOrder order() {
        return Objects.requireNonNull(order, "no event was taken");
    }
}
