package org.gatebook.eventstore.past;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatebook.eventstore.ReadModel.Table;
import org.gatebook.eventstore.past.PastSchemas.Generation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Collects the versions of a batch and writes them, a statement a table. A version that ends within its batch is written
 * once, with its end; only one that an earlier batch wrote is changed.
 */
final class VersionSink {

    private final Map<Table, Rows> tables = new LinkedHashMap<>();

    /** The key of a row: its values, for comparing. */
    record RowKey(List<@Nullable Object> values) {

        static RowKey of(Table table, List<@Nullable Object> row) {
            List<@Nullable Object> values = new ArrayList<>();
            List<String> columns = table.columns();
            for (String key : table.key()) {
                for (int i = 0; i < columns.size(); i++) {
                    if (columns.get(i).equals(key)) {
                        values.add(row.get(i));
                    }
                }
            }
            return new RowKey(values);
        }
    }

    private static final class Version {
        private final List<@Nullable Object> row;
        private final long from;
        private long until = PastSchemas.STILL;

        Version(List<@Nullable Object> row, long from) {
            this.row = row;
            this.from = from;
        }
    }

    private record Ending(RowKey key, long until) {}

    private static final class Rows {
        private final Map<RowKey, Version> open = new HashMap<>();
        private final List<Version> fresh = new ArrayList<>();
        private final List<Ending> endings = new ArrayList<>();
    }

    /**
     * A row as it is from a position on.
     *
     * @param replaces whether another version held until then
     */
    void put(Table table, List<@Nullable Object> row, long from, boolean replaces) {
        Rows rows = tables.computeIfAbsent(table, t -> new Rows());
        RowKey key = RowKey.of(table, row);
        Version fresh = new Version(row, from);
        Version before = rows.open.put(key, fresh);
        rows.fresh.add(fresh);
        if (before != null) {
            before.until = from;
        } else if (replaces) {
            rows.endings.add(new Ending(key, from));
        }
    }

    /** Writes all, in the present transaction. */
    void write(JdbcTemplate jdbc, Generation generation) {
        tables.forEach((table, rows) -> {
            end(jdbc, generation, table, rows.endings);
            insert(jdbc, generation, table, rows.fresh);
        });
    }

    /** Takes all versions away of the rows of which there are some here. */
    void discard(JdbcTemplate jdbc, Generation generation) {
        tables.forEach((table, rows) -> {
            String sameKey = table.key().stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
            jdbc.execute(
                    "delete from " + generation.table(table) + " where " + sameKey, (PreparedStatement statement) -> {
                        for (RowKey key : rows.open.keySet()) {
                            int next = 1;
                            for (Object value : key.values()) {
                                statement.setObject(next++, value);
                            }
                            statement.addBatch();
                        }
                        return Arrays.stream(statement.executeBatch()).sum();
                    });
        });
    }

    private static void end(JdbcTemplate jdbc, Generation generation, Table table, List<Ending> endings) {
        if (endings.isEmpty()) {
            return;
        }
        String name = generation.table(table);
        String sameKey = table.key().stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
        // The last version is found in the index of keys; looking for the open one would visit all versions.
        String sql =
                "update " + name + " set held_until = ? where " + sameKey + " and held_from = (select held_from from "
                        + name + " where " + sameKey + " order by held_from desc limit 1)";
        jdbc.execute(sql, (PreparedStatement statement) -> {
            for (Ending ending : endings) {
                statement.setLong(1, ending.until());
                int next = 2;
                for (int times = 0; times < 2; times++) {
                    for (Object value : ending.key().values()) {
                        statement.setObject(next++, value);
                    }
                }
                statement.addBatch();
            }
            return Arrays.stream(statement.executeBatch()).sum();
        });
    }

    private static void insert(JdbcTemplate jdbc, Generation generation, Table table, List<Version> versions) {
        String values = table.columns().stream().map(VersionSink::parameter).collect(Collectors.joining(", "));
        String sql = "insert into " + generation.table(table) + " (" + String.join(", ", table.names())
                + ", held_from, held_until) values (" + values + ", ?, ?)";
        jdbc.execute(sql, (PreparedStatement statement) -> {
            for (Version version : versions) {
                int next = bind(statement, version.row);
                statement.setLong(next, version.from);
                statement.setLong(next + 1, version.until);
                statement.addBatch();
            }
            return Arrays.stream(statement.executeBatch()).sum();
        });
    }

    private static String parameter(String column) {
        int colon = column.indexOf(':');
        return colon < 0 ? "?" : "?::" + column.substring(colon + 1);
    }

    private static int bind(PreparedStatement statement, List<@Nullable Object> row) throws SQLException {
        int index = 1;
        for (Object value : row) {
            switch (value) {
                case null -> statement.setNull(index, Types.NULL);
                case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
                case Object other -> statement.setObject(index, other);
            }
            index++;
        }
        return index;
    }
}
