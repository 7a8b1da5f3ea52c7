package org.gatebook.command.order.usage;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gatebook.eventstore.UsageCounters;
import org.jspecify.annotations.Nullable;

/** Counters of one unit, without a database: what was there, what was staged, and within which limits. */
final class StagedCounters implements UsageCounters {

    final Map<Counter, Long> stored = new HashMap<>();
    final Map<Counter, Long> changes = new TreeMap<>();
    final Map<Counter, Long> limits = new TreeMap<>();

    @Nullable
    Long decidedOn;

    @Override
    public Map<Counter, Long> used(Collection<Counter> counters) {
        Map<Counter, Long> used = new HashMap<>();
        counters.forEach(
                counter -> used.put(counter, stored.getOrDefault(counter, 0L) + changes.getOrDefault(counter, 0L)));
        return used;
    }

    @Override
    public long staged(Counter counter) {
        return changes.getOrDefault(counter, 0L);
    }

    @Override
    public void change(Counter counter, long by) {
        changes.merge(counter, by, Long::sum);
    }

    @Override
    public void limit(Counter counter, long most) {
        limits.merge(counter, most, Math::min);
    }

    @Override
    public void decidedOn(long kept) {
        decidedOn = kept;
    }

    @Override
    public void keep() {
        throw new UnsupportedOperationException("orders keep nothing");
    }

    @Override
    public void recount(Supplier<Map<Counter, Long>> exact) {
        stored.putAll(exact.get());
    }
}
