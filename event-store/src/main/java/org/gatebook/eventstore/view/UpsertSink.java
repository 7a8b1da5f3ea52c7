package org.gatebook.eventstore.view;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import org.gatebook.eventstore.ReadModel.RowSink;
import org.gatebook.eventstore.ReadModel.Table;
import org.gatebook.eventstore.database.PendingWrites;
import org.gatebook.eventstore.database.Write;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Collects rows and writes them into the schema on the search path: a statement a table, all of them in one round trip. A
 * table of which there are many rows, as of an order for a school, has a trip of its own: joined into one text, a statement
 * for every number of rows would be parsed each time.
 */
public final class UpsertSink implements RowSink {

    /** Rows of one statement, at most; a power of two. Few sizes keep few statements prepared. */
    private static final int ROWS_A_STATEMENT = 8;

    /** From so many rows of a table on, the driver sends them as a batch, which it turns into statements of many rows. */
    private static final int BATCH = 2 * ROWS_A_STATEMENT;

    private static final Map<Shape, String> STATEMENTS = new ConcurrentHashMap<>();

    private final Map<Target, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

    /** @param fresh whether the rows are known to be new */
    private record Target(Table table, boolean fresh) {}

    private record Shape(Target target, int rows) {}

    @Override
    public void row(Table table, @Nullable Object... values) {
        add(new Target(table, false), values);
    }

    /**
     * Where rows go that are known to be new. Looking for what they may replace costs a sixth to a third of the statement
     * (measured for scans). Rows of merged tables are always looked for.
     */
    RowSink newRows() {
        return (table, values) -> add(new Target(table, !table.merged()), values);
    }

    private void add(Target target, @Nullable Object[] values) {
        Table table = target.table();
        if (values.length != table.columns().size()) {
            throw new IllegalArgumentException(
                    table.name() + " has " + table.columns().size() + " columns, not " + values.length);
        }
        rows.computeIfAbsent(target, t -> new ArrayList<>()).add(values);
    }

    /** Writes what was collected, in the current transaction; see {@link PendingWrites}. */
    public void write(JdbcTemplate jdbc) {
        List<Write> writes = new ArrayList<>();
        for (Map.Entry<Target, List<@Nullable Object[]>> entry : rows.entrySet()) {
            List<@Nullable Object[]> values = entry.getValue();
            if (values.size() >= BATCH) {
                // Tables in the order in which everybody writes them, or two units wait for each other.
                PendingWrites.write(jdbc, writes);
                writes.clear();
                batch(jdbc, entry.getKey(), values);
                continue;
            }
            int start = 0;
            while (start < values.size()) {
                int size = Math.min(ROWS_A_STATEMENT, Integer.highestOneBit(values.size() - start));
                List<@Nullable Object[]> part = List.copyOf(values.subList(start, start + size));
                writes.add(new Write(sql(entry.getKey(), size), (statement, before) -> bind(statement, before, part)));
                start += size;
            }
        }
        PendingWrites.write(jdbc, writes);
    }

    private static void batch(JdbcTemplate jdbc, Target target, List<@Nullable Object[]> rows) {
        jdbc.execute(sql(target, 1), (PreparedStatement statement) -> {
            for (@Nullable Object[] row : rows) {
                bind(statement, 0, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    private static String sql(Target target, int rows) {
        return STATEMENTS.computeIfAbsent(new Shape(target, rows), UpsertSink::statement);
    }

    private static int bind(PreparedStatement statement, int before, List<@Nullable Object[]> rows)
            throws SQLException {
        int bound = before;
        for (@Nullable Object[] row : rows) {
            bound = bind(statement, bound, row);
        }
        return bound;
    }

    private static int bind(PreparedStatement statement, int before, @Nullable Object[] row) throws SQLException {
        int index = before;
        for (Object value : row) {
            index++;
            switch (value) {
                case null -> statement.setNull(index, Types.NULL);
                case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
                case Object other -> statement.setObject(index, other);
            }
        }
        return index;
    }

    private static String statement(Shape shape) {
        Table table = shape.target().table();
        StringJoiner names = new StringJoiner(", ");
        StringJoiner values = new StringJoiner(", ");
        StringJoiner changes = new StringJoiner(", ");
        for (String column : table.columns()) {
            int colon = column.indexOf(':');
            String name = Table.nameOf(column);
            names.add(name);
            values.add(colon < 0 ? "?" : "?::" + column.substring(colon + 1));
            if (!table.key().contains(name)) {
                changes.add(
                        table.merged()
                                ? name + " = greatest(present." + name + ", excluded." + name + ")"
                                : name + " = excluded." + name);
            }
        }
        String insert = "insert into " + table.name() + " as present (" + names + ") values "
                + String.join(", ", Collections.nCopies(shape.rows(), "(" + values + ")"));
        if (shape.target().fresh()) {
            return insert;
        }
        return insert + " on conflict (" + String.join(", ", table.key()) + ") do "
                + (changes.length() == 0 ? "nothing" : "update set " + changes);
    }
}
