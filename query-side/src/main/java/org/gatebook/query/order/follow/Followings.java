package org.gatebook.query.order.follow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import org.gatebook.eventstore.TransactionalUnit;

/**
 * What is followed at present: what was asked for last, and of the active read models only, because others may hold other
 * rows.
 *
 * @param <K> what tells them apart
 * @param <F> what is followed
 */
public final class Followings<K, F extends FollowedOrders<?>> {

    private final TransactionalUnit unit;
    private final Cache<Home<K>, F> all;

    /** @param most how many are kept */
    public Followings(TransactionalUnit unit, int most) {
        this.unit = unit;
        this.all = Caffeine.newBuilder().maximumSize(most).build();
    }

    private record Home<K>(String schema, K key) {}

    /**
     * The one of this key, in the present unit.
     *
     * @param begin begins to follow it, if nobody has yet
     */
    public F of(K key, Function<? super K, F> begin) {
        return all.get(new Home<>(unit.entered().readSchema(), key), home -> begin.apply(home.key()));
    }

    /** Somebody was erased: all are read up to date with their next question. */
    public void forget() {
        all.asMap().values().forEach(FollowedOrders::forget);
    }
}
