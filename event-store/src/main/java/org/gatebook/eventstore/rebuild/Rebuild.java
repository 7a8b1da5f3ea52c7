package org.gatebook.eventstore.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.ReadModel.Keyed;
import org.gatebook.eventstore.ReadModel.Table;
import org.gatebook.eventstore.rebuild.RebuildReport.TableReport;
import org.gatebook.eventstore.registry.EventRegistry;
import org.gatebook.eventstore.registry.EventRegistry.Registered;
import org.gatebook.eventstore.view.ReadSchemas;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes all read models anew from the events, compares them with what is live, and makes them live if asked to (design,
 * section 4; ADR 0008). Any number of nodes goes on serving; writers wait only while the tail is applied and, before a
 * switch, compared.
 */
public final class Rebuild {

    private static final int HISTORY_BATCH = 5_000;

    private static final int TAIL_BATCH = 1_000;

    /** A tail that is applied in a moment; a longer one is shortened before the gate is closed. */
    private static final int SHORT_TAIL = 500;

    private static final int ROUNDS = 10;

    /** Of events, the longest that writers may be made to wait for: a few seconds. */
    private static final long LONG_TAIL = 10_000;

    /** Longer transactions of others are left to the tail. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataSource database;
    private final EventReader events;
    private final List<ReadModel<?>> models;
    private final Ledgers ledgers;
    private final ReadSchemas schemas;
    private final EventRegistry registry;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;

    /**
     * @param database connects as the application; needs three connections at a time
     * @param transactions of that database
     */
    public Rebuild(
            DataSource database,
            PlatformTransactionManager transactions,
            EventReader events,
            EventRegistry registry,
            ReadSchemas schemas,
            Collection<? extends ReadModel<?>> models,
            Collection<? extends Ledger> ledgers) {
        this.database = database;
        this.events = events;
        this.models = List.copyOf(models);
        this.schemas = schemas;
        this.jdbc = new JdbcTemplate(database);
        this.ledgers = new Ledgers(jdbc, ledgers);
        this.registry = registry;
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    private StreamScan scanFor(List<ReadModel<?>> folded) {
        Set<String> names = new TreeSet<>();
        for (Registered event : registry.all()) {
            if (folded.stream().anyMatch(model -> model.events().isAssignableFrom(event.type()))) {
                names.add(event.name());
            }
        }
        return new StreamScan(jdbc, names);
    }

    private Tail tail(List<ReadModel<?>> folded, String schema, long position, Pace pace) {
        return new Tail(jdbc, transaction, scanFor(folded), events, folded, schema, position, pace);
    }

    /**
     * Rebuilds what the plan names.
     *
     * @throws AlreadyRunning if another rebuild is at work on this database
     * @throws Outpaced if it cannot keep up with the writers
     * @throws RebuildPlan.UnknownReadModel if the plan names one that does not exist
     */
    public RebuildReport run(RebuildPlan plan) {
        List<ReadModel<?>> views = plan.of(models);
        return Turn.take(database, own -> rebuild(own, views, plan));
    }

    /**
     * Compares everything, and drops what was made for it unless it differs: then somebody will want to look at it.
     *
     * @throws AlreadyRunning if another rebuild is at work on this database
     */
    RebuildReport compare(Pace pace) {
        return Turn.take(database, own -> {
            RebuildReport report = rebuild(own, models, RebuildPlan.COMPARE.at(pace));
            if (!report.differs()) {
                schemas.dropOthers();
            }
            return report;
        });
    }

    /**
     * Compares the ledgers alone with the events.
     *
     * @throws AlreadyRunning if a rebuild is at work on this database
     */
    public RebuildReport checkLedgers() {
        return Turn.take(database, own -> {
            RebuildReport report = rebuild(own, List.of(), RebuildPlan.COMPARE);
            schemas.dropOthers();
            return report;
        });
    }

    /** Only one rebuild at a time can own the schemas in the making. */
    public static final class AlreadyRunning extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        AlreadyRunning() {
            super("another rebuild is at work on this database");
        }
    }

    /** More is stored than a rebuild can fold beside it: to end it now, writers would have to wait for long. */
    public static final class Outpaced extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Outpaced(long behind) {
            super("more is stored than can be folded beside it: after " + ROUNDS + " rounds there are still " + behind
                    + " events to catch up with; try again when less is sold");
        }
    }

    private RebuildReport rebuild(Connection own, List<ReadModel<?>> views, RebuildPlan plan) throws SQLException {
        schemas.dropOthers();
        List<ReadModel<?>> passing = plan.partial() ? List.of() : ledgers.folds();
        List<ReadModel<?>> folded = new ArrayList<>(views);
        folded.addAll(passing);
        String rebuilt = create(views, passing);
        long begun = System.nanoTime();
        long position = events.horizon(PATIENCE);
        long history = foldHistory(own, folded, rebuilt, position, plan.pace());
        Duration folding = Duration.ofNanos(System.nanoTime() - begun);
        analyze(folded, rebuilt);

        Tail tail = tail(folded, rebuilt, position, Pace.FULL);
        long last = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && last > SHORT_TAIL; round++) {
            last = tail.catchUp(events.horizon(PATIENCE), TAIL_BATCH);
        }
        if (last > LONG_TAIL) {
            throw new Outpaced(last);
        }
        return finish(views, rebuilt, history, folding, tail, plan);
    }

    /** Views of one stream are made stream by stream; those of several need the order of the log for their position. */
    private long foldHistory(Connection own, List<ReadModel<?>> folded, String rebuilt, long position, Pace pace)
            throws SQLException {
        List<ReadModel<?>> shared =
                folded.stream().filter(model -> model.keyed() == Keyed.SHARED).toList();
        List<ReadModel<?>> others =
                folded.stream().filter(model -> model.keyed() != Keyed.SHARED).toList();
        // To make indexes of many rows at once is quicker, but takes a whole processor for as long as it lasts.
        List<String> indexes = pace.rests() ? List.of() : schemas.dropIndexes(rebuilt);
        Pace.Work work = pace.begin();
        long history;
        try (CopySink copies = new CopySink(own, rebuilt)) {
            History streams = new History(copies, others, events);
            scanFor(others).byStream(position, HISTORY_BATCH, events::decode, batch -> {
                streams.take(batch);
                work.rest();
            });
            history = streams.finish();
        }
        index(indexes);
        return history + tail(shared, rebuilt, 0, pace).catchUp(position, HISTORY_BATCH);
    }

    /** Two at a time: one sorts while the other writes. */
    private void index(List<String> statements) {
        try (ExecutorService beside =
                Executors.newFixedThreadPool(2, Thread.ofVirtual().factory())) {
            statements.stream()
                    .map(statement -> CompletableFuture.runAsync(() -> jdbc.execute(statement), beside))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private String create(List<ReadModel<?>> views, List<ReadModel<?>> passing) {
        String made = transaction.execute(status -> schemas.create(views, passing));
        if (made == null) {
            throw new IllegalStateException("no schema was made");
        }
        return made;
    }

    private void analyze(List<ReadModel<?>> folded, String schema) {
        for (ReadModel<?> model : folded) {
            model.tables().forEach(table -> jdbc.execute("analyze " + schema + "." + table.name()));
        }
    }

    private RebuildReport finish(
            List<ReadModel<?>> views, String rebuilt, long history, Duration folding, Tail tail, RebuildPlan plan)
            throws SQLException {
        try (AppendGate gate = closeGate(tail)) {
            String live = schemas.active().orElse(null);
            long position = gate.newestPosition();
            long last = tail.catchUp(position, TAIL_BATCH);
            Duration[] closed = {Duration.ZERO};
            List<TableReport> tables = snapshot.execute(status -> {
                jdbc.execute("set local transaction_timeout = 0");
                // The first statement takes the snapshot. Without a switch nobody needs to wait any longer.
                jdbc.queryForObject("select count(*) from ops.read_schema", Long.class);
                if (!plan.switchOver()) {
                    closed[0] = open(gate);
                }
                List<TableReport> compared = new ArrayList<>(compare(views, live, rebuilt, plan.pace()));
                if (!plan.partial()) {
                    compared.addAll(ledgers.compare(rebuilt));
                }
                return compared;
            });
            if (plan.switchOver()) {
                if (plan.partial()) {
                    gate.adopt(schemas, live, rebuilt);
                } else {
                    transaction.executeWithoutResult(status -> ledgers.repair(rebuilt));
                    ledgers.drop(rebuilt);
                }
                gate.openWith(rebuilt);
                closed[0] = gate.held();
            }
            return new RebuildReport(
                    live,
                    rebuilt,
                    position,
                    history,
                    folding,
                    tail.applied(),
                    last,
                    closed[0],
                    tables == null ? List.of() : tables,
                    plan.switchOver());
        }
    }

    private static Duration open(AppendGate gate) {
        Duration held = gate.held();
        try {
            gate.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the append gate cannot be opened", e);
        }
        return held;
    }

    private AppendGate closeGate(Tail tail) {
        for (int attempt = 1; ; attempt++) {
            try {
                return AppendGate.close(database);
            } catch (AppendGate.Busy e) {
                if (attempt == ROUNDS) {
                    throw e;
                }
                tail.catchUp(events.horizon(PATIENCE), TAIL_BATCH);
            }
        }
    }

    private List<TableReport> compare(List<ReadModel<?>> views, @Nullable String live, String rebuilt, Pace pace) {
        Pace.Work work = pace.begin();
        TableComparison comparison = new TableComparison(jdbc);
        Set<String> lacking = live == null ? Set.of() : schemas.lacking(live);
        List<TableReport> reports = new ArrayList<>();
        for (ReadModel<?> model : views) {
            for (Table table : model.tables()) {
                reports.add(
                        live != null && !lacking.contains(model.name())
                                ? comparison.compare(live, rebuilt, table)
                                : comparison.unmatched(rebuilt, table));
                work.rest();
            }
        }
        return reports;
    }
}
