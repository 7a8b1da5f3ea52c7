package org.gatebook.eventstore.unit;

import java.util.List;
import java.util.Objects;
import org.gatebook.eventstore.ClientIds;
import org.springframework.jdbc.core.JdbcTemplate;

/** Client ids from {@code ops.client_id}. */
public final class SequenceClientIds implements ClientIds {

    private final JdbcTemplate jdbc;

    public SequenceClientIds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long next() {
        return Objects.requireNonNull(jdbc.queryForObject("select nextval('ops.client_id')", Long.class));
    }

    @Override
    public List<Long> next(int count) {
        return jdbc.query(
                "select nextval('ops.client_id') from generate_series(1, ?)", (row, index) -> row.getLong(1), count);
    }
}
