package org.gatebook.query.giftcard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.api.query.Expandable;
import org.jspecify.annotations.Nullable;

/** Reads the view back from its row. */
final class GiftCardRow {

    private GiftCardRow() {}

    static GiftCardView view(ResultSet row, int number) throws SQLException {
        return new GiftCardView(
                new GiftCardId(row.getLong("id")),
                row.getString("secret"),
                row.getObject("issuance", OffsetDateTime.class).toInstant(),
                new CardAmount(row.getBigDecimal("value")),
                row.getString("currency"),
                row.getBoolean("testmode"),
                moment(row, "expires"),
                row.getString("conditions"),
                owner(row),
                new OrganizerSlug(row.getString("issuer")));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable Expandable owner(ResultSet row) throws SQLException {
        long number = row.getLong("owner_ticket");
        return row.wasNull() ? null : new Expandable.Reference(number);
    }
}
