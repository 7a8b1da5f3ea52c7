package org.gatebook.query.checkin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom doors call where a position itself names nobody: whom its main position names, else who is on the invoice
 * (behaviour notes, check-in 4.8). Most positions are no add-ons or have a name, so that main positions are looked up by
 * themselves and not with each ticket.
 */
@Component
class OtherNames {

    private final JdbcClient jdbc;

    OtherNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A name that comes from elsewhere.
     *
     * @param parts JSON; null if only the whole is known
     */
    record OtherName(String name, @Nullable String parts) {}

    /** The names of those positions that have none of their own, by the positions' numbers. */
    Map<Long, OtherName> of(List<DoorPosition> positions) {
        Map<Long, OtherName> names = new HashMap<>();
        positions.forEach(position -> {
            if (position.invoiceName() != null) {
                names.put(position.id(), new OtherName(position.invoiceName(), position.invoiceNameParts()));
            }
        });
        Long[] addons = positions.stream()
                .filter(position -> !position.named() && position.addonTo() != null)
                .map(DoorPosition::id)
                .toArray(Long[]::new);
        if (addons.length > 0) {
            jdbc.sql("""
                SELECT l.id, p.attendee_name, p.document #>> '{attendee,nameParts}' AS name_parts
                FROM order_line l JOIN order_line p ON p.order_id = l.order_id AND p.id = l.addon_to
                WHERE l.id = ANY (:addons) AND NOT l.moved_on AND p.attendee_name IS NOT NULL
                """).param("addons", addons).query(row -> {
                names.put(
                        row.getLong("id"), new OtherName(row.getString("attendee_name"), row.getString("name_parts")));
            });
        }
        return names;
    }
}
