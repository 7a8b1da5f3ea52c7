package org.gatebook.eventstore.past;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatebook.eventstore.ReadModel.Table;
import org.gatebook.eventstore.past.VersionSink.RowKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows that several streams write and none of them reads: a version is the maximum of all that was written so far. */
final class MergedRows {

    private static final int REMEMBERED = 20_000;

    private final JdbcTemplate jdbc;
    private final Map<Place, List<@Nullable Object>> rows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, List<@Nullable Object>> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Place(String table, RowKey key) {}

    /** @param jdbc whose search path leads to the rows that still hold */
    MergedRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void forget() {
        rows.clear();
    }

    void put(Table table, List<@Nullable Object> values, long position, VersionSink sink) {
        Place place = new Place(table.name(), RowKey.of(table, values));
        List<@Nullable Object> before = rows.get(place);
        if (before == null) {
            before = load(table, place.key());
        }
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            row.add(Versions.greater(before == null ? null : before.get(i), values.get(i)));
        }
        rows.put(place, row);
        sink.put(table, row, position, before != null);
    }

    private @Nullable List<@Nullable Object> load(Table table, RowKey key) {
        List<String> names = table.names();
        String sameKey = table.key().stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
        return jdbc
                .query(
                        "select " + String.join(", ", names) + " from " + table.name() + " where " + sameKey,
                        (row, number) -> values(row, names.size()),
                        key.values().toArray())
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static List<@Nullable Object> values(ResultSet row, int columns) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            Object value = row.getObject(i + 1);
            values.add(
                    value instanceof Timestamp
                            ? row.getObject(i + 1, OffsetDateTime.class).toInstant()
                            : value);
        }
        return values;
    }
}
