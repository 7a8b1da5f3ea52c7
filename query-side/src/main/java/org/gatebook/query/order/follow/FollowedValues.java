package org.gatebook.query.order.follow;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.gatebook.eventstore.log.PageClock;
import org.jspecify.annotations.Nullable;

/**
 * Followed orders whose values are kept as they are.
 *
 * @param <V> what is kept of an order
 */
public abstract class FollowedValues<V> extends FollowedOrders<V> {

    private final Map<Long, V> values = new HashMap<>();

    protected FollowedValues(PageClock clock) {
        super(clock);
    }

    /** Told of each value that takes another one's place, by one thread at a time; for whoever keeps sums. */
    protected void replaced(@Nullable V before, @Nullable V now) {}

    /** Answers from all values: those kept, and in their place those of orders that were touched since. */
    protected final <R> R ask(BiFunction<Map<Long, V>, Map<Long, @Nullable V>, R> answer) {
        return ask(recent -> answer.apply(values, recent));
    }

    @Override
    protected final void keep(Map<Long, @Nullable V> touched) {
        touched.forEach((order, value) -> {
            V before = value == null ? values.remove(order) : values.put(order, value);
            replaced(before, value);
        });
    }
}
