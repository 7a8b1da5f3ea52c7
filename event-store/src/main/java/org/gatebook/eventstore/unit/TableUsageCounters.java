package org.gatebook.eventstore.unit;

import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.eventstore.Entered;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.UsageCounters;
import org.gatebook.eventstore.database.PendingWrites;
import org.gatebook.eventstore.database.Write;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counters in {@code ops.usage_counter}. What is staged lives and dies with one run of a unit. */
public final class TableUsageCounters implements UsageCounters {

    private static final String STAGED = TableUsageCounters.class.getName() + ".staged";
    private static final String KEPT = TableUsageCounters.class.getName() + ".kept";

    private final JdbcTemplate jdbc;
    private final Supplier<Opening> opening;

    /** @param opening what the present unit was opened for */
    public TableUsageCounters(JdbcTemplate jdbc, Supplier<Opening> opening) {
        this.jdbc = jdbc;
        this.opening = opening;
    }

    /**
     * What a unit does to one counter.
     *
     * @param most how high it may be afterwards; null without limit
     */
    private record Staged(long by, @Nullable Long most) {

        private static final Staged NOTHING = new Staged(0, null);

        Staged change(long more) {
            return new Staged(by + more, most);
        }

        Staged limit(long limit) {
            return new Staged(by, most == null ? limit : Math.min(most, limit));
        }

        @Nullable
        Long binding() {
            return by > 0 ? most : null;
        }
    }

    @Override
    public Map<Counter, Long> used(Collection<Counter> counters) {
        Map<Counter, Long> used = new HashMap<>();
        counters.forEach(counter -> used.put(counter, 0L));
        if (used.isEmpty()) {
            return used;
        }
        jdbc.query(
                """
                select c.kind, c.id, c.used from unnest(?, ?) as asked (kind, id)
                  join ops.usage_counter c on c.kind = asked.kind and c.id = asked.id
                """,
                row -> {
                    used.put(new Counter(row.getString(1), row.getLong(2)), row.getLong(3));
                },
                used.keySet().stream().map(Counter::kind).toArray(String[]::new),
                used.keySet().stream().map(Counter::id).toArray(Long[]::new));
        used.replaceAll((counter, stored) -> stored + staged(counter));
        return used;
    }

    @Override
    public long staged(Counter counter) {
        if (!CurrentUnitOfWork.isStarted()) {
            return 0;
        }
        Map<Counter, Staged> staged = CurrentUnitOfWork.get().root().getResource(STAGED);
        return staged == null ? 0 : staged.getOrDefault(counter, Staged.NOTHING).by();
    }

    @Override
    public void change(Counter counter, long by) {
        staged().merge(counter, Staged.NOTHING.change(by), (before, same) -> before.change(by));
    }

    @Override
    public void limit(Counter counter, long most) {
        staged().merge(counter, Staged.NOTHING.limit(most), (before, same) -> before.limit(most));
    }

    private static Map<Counter, Staged> staged() {
        if (!CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("usage is counted in write units only");
        }
        return CurrentUnitOfWork.get().root().getOrComputeResource(STAGED, key -> new TreeMap<Counter, Staged>());
    }

    /**
     * Counts what the unit has staged, with its commit. That collides if the catalogue has changed since the unit was
     * entered, or a limit was reached meanwhile.
     */
    void count(UnitOfWork<?> unit, Opening opened, Entered entered) {
        SortedMap<Counter, Staged> staged = unit.getResource(STAGED);
        if (staged == null) {
            return;
        }
        staged.values().removeIf(change -> change.by() == 0);
        if (staged.isEmpty()) {
            return;
        }
        Long kept = unit.getResource(KEPT);
        String[] kinds = staged.keySet().stream().map(Counter::kind).toArray(String[]::new);
        Long[] ids = staged.keySet().stream().map(Counter::id).toArray(Long[]::new);
        Long[] changes = staged.values().stream().map(Staged::by).toArray(Long[]::new);
        Long[] limits = staged.values().stream().map(Staged::binding).toArray(Long[]::new);
        Write count = new Write("select ops.count_usage(?, ?, ?, ?, ?, ?, ?, ?)", (statement, before) -> {
            statement.setString(before + 1, organizer(opened));
            statement.setString(before + 2, event(opened));
            statement.setLong(before + 3, entered.eventVersion());
            statement.setObject(before + 4, kept, Types.BIGINT);
            statement.setObject(before + 5, kinds);
            statement.setObject(before + 6, ids);
            statement.setObject(before + 7, changes);
            statement.setObject(before + 8, limits);
            return before + 8;
        });
        PendingWrites.write(jdbc, List.of(count));
    }

    /** Of several decisions the oldest is the one that can be outdated. */
    @Override
    public void decidedOn(long kept) {
        CurrentUnitOfWork.get().root().resources().merge(KEPT, kept, (before, now) -> Math.min((Long) before, kept));
    }

    @Override
    public void keep() {
        jdbc.update("""
            insert into ops.event_version as v (organizer, slug, version, kept) values (?, ?, 0, 1)
            on conflict (organizer, slug) do update set kept = v.kept + 1
            """, organizer(opening.get()), event(opening.get()));
        waitForCounting();
    }

    private void waitForCounting() {
        jdbc.queryForList(
                "select pg_advisory_xact_lock(1195656265, hashtext(? || '/' || ?))",
                organizer(opening.get()),
                event(opening.get()));
    }

    @Override
    public void recount(Supplier<Map<Counter, Long>> exact) {
        waitForCounting();
        SortedMap<Counter, Long> counted = new TreeMap<>(exact.get());
        jdbc.update(
                """
                insert into ops.usage_counter as c (kind, id, used)
                select kind, id, used from unnest(?, ?, ?) as counted (kind, id, used)
                on conflict (kind, id) do update set used = excluded.used where c.used <> excluded.used
                """,
                counted.keySet().stream().map(Counter::kind).toArray(String[]::new),
                counted.keySet().stream().map(Counter::id).toArray(Long[]::new),
                counted.values().toArray(Long[]::new));
    }

    private static String organizer(Opening opened) {
        OrganizerSlug organizer = opened.organizer();
        return Objects.requireNonNull(organizer, "usage is counted within an organizer")
                .value();
    }

    private static String event(Opening opened) {
        EventSlug event = opened.event();
        return Objects.requireNonNull(event, "usage is counted within an event").value();
    }
}
