package org.gatebook.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gatebook.eventstore.test.PostgresExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** A page that is read after the page clock holds every change that was recorded before it. */
class PageClockTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final int WRITERS = 14;

    private record Page(Instant generated, long rows) {}

    @Test
    void no_page_is_stale_under_slow_writers() throws Exception {
        assertThat(stale(100, PageClock::read)).isZero();
    }

    /** The plain clock must fail here, or the harness proves nothing. */
    @Test
    void the_plain_clock_makes_stale_pages() throws Exception {
        assertThat(stale(30, PageClockTest::plainClock)).isPositive();
    }

    @Test
    @Tag("torture")
    void no_page_is_stale_under_slow_writers_for_long() throws Exception {
        int exact = stale(2_000, PageClock::read);
        int plain = stale(300, PageClockTest::plainClock);
        System.out.println("page clock: " + exact + " of 2000 pages stale; plain clock: " + plain + " of 300");
        assertThat(exact).isZero();
    }

    private interface Clock {
        Instant read(PageClock clock);
    }

    private static Instant plainClock(PageClock clock) {
        return new JdbcTemplate(POSTGRES.owner())
                .queryForObject("select clock_timestamp()", OffsetDateTime.class)
                .toInstant();
    }

    private static int stale(int pages, Clock clock) throws Exception {
        DataSource reading = POSTGRES.application(2);
        JdbcTemplate jdbc = new JdbcTemplate(reading);
        PageClock pageClock = new PageClock(reading);
        Supplier<Instant> generated = () -> clock.read(pageClock);
        List<Page> read = new ArrayList<>();
        try (LogWriters writers = new LogWriters(POSTGRES.application(WRITERS * 2), WRITERS, Duration.ofSeconds(1))) {
            for (int i = 0; i < pages; i++) {
                Instant moment = generated.get();
                read.add(new Page(moment, rowsBefore(jdbc, moment)));
                Thread.sleep(10);
            }
        }
        int stale = 0;
        for (Page page : read) {
            if (rowsBefore(jdbc, page.generated()) != page.rows()) {
                stale++;
            }
        }
        return stale;
    }

    private static long rowsBefore(JdbcTemplate jdbc, Instant moment) {
        return jdbc.queryForObject(
                "select count(*) from events.event where recorded_at < ?", Long.class, moment.atOffset(ZoneOffset.UTC));
    }
}
