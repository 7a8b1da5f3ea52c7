package org.gatebook.eventstore.rebuild;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.gatebook.eventstore.rebuild.Rebuild.AlreadyRunning;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What comparing the read models with the events has found each time: a promise that is checked every night, by the rebuild
 * that would also be used, is one that an operator can rely on in need.
 */
public final class Comparisons {

    /** About a year of nights. */
    private static final int KEPT = 400;

    private final JdbcTemplate jdbc;
    private final Rebuild rebuild;

    /** @param jdbc as the application */
    public Comparisons(JdbcTemplate jdbc, Rebuild rebuild) {
        this.jdbc = jdbc;
        this.rebuild = rebuild;
    }

    /**
     * One of them.
     *
     * @param endedAt by the database's clock
     * @param position up to which everything was compared
     * @param events how many were folded
     * @param seconds how long folding them took, rests included
     * @param differing the tables that differ; empty is as it should be
     * @param report as an operator reads it
     */
    public record Comparison(
            Instant endedAt, long position, long events, double seconds, List<String> differing, String report) {

        public Comparison {
            differing = List.copyOf(differing);
        }
    }

    /**
     * Compares everything and keeps what was found.
     *
     * @return nothing when a rebuild is at work on this database, which compares as well
     */
    public Optional<Comparison> compare(Pace pace) {
        RebuildReport report;
        try {
            report = rebuild.compare(pace);
        } catch (AlreadyRunning e) {
            return Optional.empty();
        }
        keep(report);
        return newest();
    }

    /** The newest one. */
    public Optional<Comparison> newest() {
        return newest(1).stream().findFirst();
    }

    /** So many of the newest ones, the last one first. */
    public List<Comparison> newest(int most) {
        return jdbc.query(
                """
                        select ended_at, position, events, seconds, differing, report
                          from ops.comparison order by id desc limit ?
                        """,
                (row, number) -> new Comparison(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getLong(2),
                        row.getLong(3),
                        row.getDouble(4),
                        List.of((String[]) row.getArray(5).getArray()),
                        row.getString(6)),
                most);
    }

    private void keep(RebuildReport report) {
        jdbc.update(
                """
                insert into ops.comparison (position, events, seconds, differing, report) values (?, ?, ?, ?, ?)
                """,
                report.position(),
                report.history() + report.tail(),
                report.folding().toMillis() / 1000.0,
                report.differing().toArray(String[]::new),
                report.text());
        jdbc.update("delete from ops.comparison where id <= (select max(id) - ? from ops.comparison)", KEPT);
    }
}
