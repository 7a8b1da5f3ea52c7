package org.gatebook.eventstore.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    private Tail tail(List<ReadModel<?>> folded, String schema, long position) {
        return new Tail(jdbc, transaction, scanFor(folded), events, folded, schema, position);
    }

    /**
     * Rebuilds everything, ledgers too.
     *
     * @param switchOver whether the rebuilt schema becomes the active one, whether or not it differs, and ledgers are set
     *     right: a rebuild is also how what is wrong is repaired
     * @throws AlreadyRunning if another rebuild is at work on this database
     */
    public RebuildReport run(boolean switchOver) {
        return inTurn(own -> rebuild(own, models, switchOver));
    }

    /**
     * Compares the ledgers alone with the events.
     *
     * @throws AlreadyRunning if a rebuild is at work on this database
     */
    public RebuildReport checkLedgers() {
        return inTurn(own -> {
            RebuildReport report = rebuild(own, List.of(), false);
            schemas.dropOthers();
            return report;
        });
    }

    private interface Work {
        RebuildReport run(Connection own) throws SQLException;
    }

    private RebuildReport inTurn(Work work) {
        try (Connection own = database.getConnection()) {
            takeTurn(own);
            try {
                // Nothing counts before the switch, whose commit waits for the disk, and so for all that was written
                // before.
                execute(own, "set synchronous_commit = off");
                return work.run(own);
            } finally {
                execute(own, "reset synchronous_commit");
                execute(own, "select pg_advisory_unlock(1195656263, 3)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the rebuild failed", e);
        }
    }

    /** Only one rebuild at a time can own the schemas in the making. */
    public static final class AlreadyRunning extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        private AlreadyRunning() {
            super("another rebuild is at work on this database");
        }
    }

    private static void takeTurn(Connection own) throws SQLException {
        try (var statement = own.createStatement();
                var row = statement.executeQuery("select pg_try_advisory_lock(1195656263, 3)")) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new AlreadyRunning();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private RebuildReport rebuild(Connection own, List<ReadModel<?>> views, boolean switchOver) throws SQLException {
        schemas.dropOthers();
        List<ReadModel<?>> folded = new ArrayList<>(views);
        folded.addAll(ledgers.folds());
        String rebuilt = create(views);
        long begun = System.nanoTime();
        long position = events.horizon(PATIENCE);
        long history = foldHistory(own, folded, rebuilt, position);
        Duration folding = Duration.ofNanos(System.nanoTime() - begun);
        analyze(folded, rebuilt);

        Tail tail = tail(folded, rebuilt, position);
        for (int round = 0;
                round < ROUNDS && tail.catchUp(events.horizon(PATIENCE), TAIL_BATCH) > SHORT_TAIL;
                round++) {
            // Writers were faster than this round; the next one is shorter.
        }
        return finish(views, rebuilt, history, folding, tail, switchOver);
    }

    /** Views of one stream are made stream by stream; those of several need the order of the log for their position. */
    private long foldHistory(Connection own, List<ReadModel<?>> folded, String rebuilt, long position)
            throws SQLException {
        List<ReadModel<?>> shared =
                folded.stream().filter(model -> model.keyed() == Keyed.SHARED).toList();
        List<ReadModel<?>> others =
                folded.stream().filter(model -> model.keyed() != Keyed.SHARED).toList();
        List<String> indexes = schemas.dropIndexes(rebuilt);
        long history;
        try (CopySink copies = new CopySink(own, rebuilt)) {
            History streams = new History(copies, others);
            scanFor(others).byStream(position, HISTORY_BATCH, events::decode, streams::take);
            history = streams.finish();
        }
        indexes.forEach(jdbc::execute);
        return history + tail(shared, rebuilt, 0).catchUp(position, HISTORY_BATCH);
    }

    private String create(List<ReadModel<?>> views) {
        String made = transaction.execute(status -> schemas.create(views, ledgers.folds()));
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
            List<ReadModel<?>> views, String rebuilt, long history, Duration folding, Tail tail, boolean switchOver)
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
                if (!switchOver) {
                    closed[0] = open(gate);
                }
                List<TableReport> compared = new ArrayList<>(compare(views, live, rebuilt));
                compared.addAll(ledgers.compare(rebuilt));
                return compared;
            });
            if (switchOver) {
                transaction.executeWithoutResult(status -> ledgers.repair(rebuilt));
                ledgers.drop(rebuilt);
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
                    switchOver);
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

    private List<TableReport> compare(List<ReadModel<?>> views, @Nullable String live, String rebuilt) {
        TableComparison comparison = new TableComparison(jdbc);
        Set<String> lacking = live == null ? Set.of() : schemas.lacking(live);
        List<TableReport> reports = new ArrayList<>();
        for (ReadModel<?> model : views) {
            for (Table table : model.tables()) {
                reports.add(
                        live != null && !lacking.contains(model.name())
                                ? comparison.compare(live, rebuilt, table)
                                : comparison.unmatched(rebuilt, table));
            }
        }
        return reports;
    }
}
