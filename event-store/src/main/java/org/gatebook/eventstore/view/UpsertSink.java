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
import java.util.stream.Collectors;
import org.gatebook.eventstore.ReadModel.RowSink;
import org.gatebook.eventstore.ReadModel.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Collects rows and writes them into the schema on the search path: a statement a table, all of them in one round trip,
 * because a trip costs a request about as much as a statement. A table of which there are many rows, as of an order for a
 * school, has a trip of its own: joined into one text, a statement for every number of rows would be parsed each time.
 */
public final class UpsertSink implements RowSink {

    /** Rows of one statement, at most; a power of two. Few sizes keep few statements prepared. */
    private static final int ROWS_A_STATEMENT = 8;

    private static final int STATEMENTS_A_TRIP = 16;

    /** From so many rows of a table on, the driver sends them as a batch, which it turns into statements of many rows. */
    private static final int BATCH = 2 * ROWS_A_STATEMENT;

    private static final Map<Shape, String> STATEMENTS = new ConcurrentHashMap<>();

    private final Map<Table, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

    private record Shape(Table table, int rows) {}

    /** A statement with its rows. */
    private record Part(String sql, List<@Nullable Object[]> rows) {}

    @Override
    public void row(Table table, @Nullable Object... values) {
        if (values.length != table.columns().size()) {
            throw new IllegalArgumentException(
                    table.name() + " has " + table.columns().size() + " columns, not " + values.length);
        }
        rows.computeIfAbsent(table, t -> new ArrayList<>()).add(values);
    }

    /** Writes what was collected, in the current transaction. */
    public void write(JdbcTemplate jdbc) {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<Table, List<@Nullable Object[]>> entry : rows.entrySet()) {
            List<@Nullable Object[]> values = entry.getValue();
            if (values.size() >= BATCH) {
                // Tables in the order in which everybody writes them, or two units wait for each other.
                send(jdbc, parts);
                parts.clear();
                batch(jdbc, entry.getKey(), values);
                continue;
            }
            int start = 0;
            while (start < values.size()) {
                int size = Math.min(ROWS_A_STATEMENT, Integer.highestOneBit(values.size() - start));
                parts.add(new Part(sql(entry.getKey(), size), part(values, start, size)));
                start += size;
            }
        }
        send(jdbc, parts);
    }

    private static void send(JdbcTemplate jdbc, List<Part> parts) {
        for (int start = 0; start < parts.size(); start += STATEMENTS_A_TRIP) {
            trip(jdbc, parts.subList(start, Math.min(parts.size(), start + STATEMENTS_A_TRIP)));
        }
    }

    private static void batch(JdbcTemplate jdbc, Table table, List<@Nullable Object[]> rows) {
        jdbc.execute(sql(table, 1), (PreparedStatement statement) -> {
            for (@Nullable Object[] row : rows) {
                bind(statement, 0, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    private static String sql(Table table, int rows) {
        return STATEMENTS.computeIfAbsent(new Shape(table, rows), UpsertSink::statement);
    }

    private static List<@Nullable Object[]> part(List<@Nullable Object[]> values, int start, int size) {
        List<@Nullable Object[]> part = new ArrayList<>(size);
        for (int i = start; i < start + size; i++) {
            part.add(values.get(i));
        }
        return part;
    }

    /** PostgreSQL's driver sends statements that are separated by semicolons in one go. */
    private static void trip(JdbcTemplate jdbc, List<Part> parts) {
        String sql = parts.size() == 1
                ? parts.getFirst().sql()
                : parts.stream().map(Part::sql).collect(Collectors.joining(";\n"));
        jdbc.execute(sql, (PreparedStatement statement) -> {
            int bound = 0;
            for (Part part : parts) {
                for (@Nullable Object[] row : part.rows()) {
                    bound = bind(statement, bound, row);
                }
            }
            return statement.execute();
        });
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
        Table table = shape.table();
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
        String conflict = changes.length() == 0 ? "nothing" : "update set " + changes;
        return "insert into " + table.name() + " as present (" + names + ") values "
                + String.join(", ", Collections.nCopies(shape.rows(), "(" + values + ")")) + " on conflict ("
                + String.join(", ", table.key()) + ") do " + conflict;
    }
}
