package org.gatebook.query.medium;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumType;
import org.gatebook.api.medium.MediumView;
import org.gatebook.api.query.Expandable;
import org.gatebook.web.answer.RawJson;
import org.jspecify.annotations.Nullable;

/** Reads the view back from its row; the client's JSON is handed out as it was stored. */
final class MediumRow {

    private MediumRow() {}

    static MediumView view(ResultSet row, int number) throws SQLException {
        return new MediumView(
                new MediumId(row.getLong("id")),
                new OrganizerSlug(row.getString("organizer")),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getObject("updated", OffsetDateTime.class).toInstant(),
                MediumType.named(row.getString("type")).orElseThrow(),
                row.getString("identifier"),
                row.getBoolean("active"),
                moment(row, "expires"),
                row.getString("customer"),
                link(row, "linked_orderposition"),
                link(row, "linked_giftcard"),
                new RawJson(row.getString("info")),
                row.getString("notes"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable Expandable link(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : new Expandable.Reference(number);
    }
}
