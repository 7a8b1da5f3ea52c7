package org.gatebook.eventstore.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.springframework.jdbc.core.RowMapper;

/** Rows of the log. */
public final class EventRows {

    /** What stands between SELECT and FROM for {@link #STORED}. */
    public static final String COLUMNS =
            "position, recorded_at, event_id, aggregate_type, aggregate_id, sequence, name, revision, organizer, payload, metadata";

    /** Reads a row. */
    public static final RowMapper<StoredEvent> STORED = (row, index) -> stored(row);

    private EventRows() {}

    private static StoredEvent stored(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getInt(8),
                row.getString(9),
                row.getString(10),
                row.getString(11));
    }
}
