package org.gatebook.catalogue.subevent;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.web.form.ApiText;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When dates last changed: the stamp of the newest event of each and no other clock, so that clients who ask for what has
 * changed since a page miss nothing (ADR 0009).
 */
@Component
final class Stamps {

    static final String LAST_MODIFIED = "last_modified";

    /** The stamp of a row, in lists. */
    static final String COLUMN = """
        (SELECT e.recorded_at FROM events.event e
         WHERE e.aggregate_id = 'subevent:' || resource.id AND e.sequence = resource.version)\
        """;

    private final JdbcClient jdbc;

    Stamps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The stamps of these dates. */
    Map<Long, Map<String, @Nullable Object>> of(List<Document> dates, LinkBase links) {
        Map<String, Long> ids = new HashMap<>();
        dates.forEach(date -> ids.put(date.stream(), date.id()));
        Map<Long, Map<String, @Nullable Object>> stamps = new HashMap<>();
        if (ids.isEmpty()) {
            return stamps;
        }
        jdbc.sql("""
            SELECT e.aggregate_id, e.recorded_at FROM events.event e
            JOIN unnest(:streams, :versions) AS date (stream, version)
              ON e.aggregate_id = date.stream AND e.sequence = date.version
            """)
                .param("streams", dates.stream().map(Document::stream).toArray(String[]::new))
                .param("versions", dates.stream().map(Document::version).toArray(Long[]::new))
                .query(row -> {
                    Instant stamp =
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant();
                    stamps.put(ids.get(row.getString("aggregate_id")), Map.of(LAST_MODIFIED, ApiText.moment(stamp)));
                });
        return stamps;
    }
}
