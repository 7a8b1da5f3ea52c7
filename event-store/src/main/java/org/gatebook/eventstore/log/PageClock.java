package org.gatebook.eventstore.log;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What {@code X-Page-Generated} promises: every change recorded before this moment is in a page that is read afterwards.
 * It is the database's clock, or what the oldest open writer published before its first event (ADR 0009). Read it
 * before the page.
 */
public final class PageClock {

    private final JdbcTemplate jdbc;

    public PageClock(DataSource application) {
        this.jdbc = new JdbcTemplate(application);
    }

    /** The moment, microseconds; one statement. */
    public Instant read() {
        return Objects.requireNonNull(
                        jdbc.queryForObject("select events.page_clock()", OffsetDateTime.class), "the page clock")
                .toInstant();
    }
}
