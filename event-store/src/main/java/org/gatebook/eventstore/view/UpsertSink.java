package org.gatebook.eventstore.view;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import org.gatebook.eventstore.ReadModel.RowSink;
import org.gatebook.eventstore.ReadModel.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Collects rows and writes them into the schema on the search path, one statement or batch a table. */
public final class UpsertSink implements RowSink {

    private static final Map<Table, String> STATEMENTS = new ConcurrentHashMap<>();

    private final Map<Table, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

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
        rows.forEach((table, values) -> {
            String sql = STATEMENTS.computeIfAbsent(table, UpsertSink::statement);
            if (values.size() == 1) {
                jdbc.update(sql, statement -> bind(statement, values.getFirst()));
            } else {
                jdbc.execute(sql, (PreparedStatement statement) -> {
                    for (@Nullable Object[] row : values) {
                        bind(statement, row);
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
            }
        });
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            switch (row[i]) {
                case null -> statement.setNull(i + 1, Types.NULL);
                case Instant instant -> statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
                case Object value -> statement.setObject(i + 1, value);
            }
        }
    }

    private static String statement(Table table) {
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
        return "insert into " + table.name() + " as present (" + names + ") values (" + values + ") on conflict ("
                + String.join(", ", table.key()) + ") do " + conflict;
    }
}
