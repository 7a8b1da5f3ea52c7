package org.gatebook.eventstore.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.evidence.Evidence;
import org.gatebook.eventstore.evidence.EvidenceCheck;
import org.gatebook.eventstore.evidence.EvidenceReport;
import org.gatebook.eventstore.registry.EventRegistry;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.gatebook.eventstore.verify.LogPages.Page;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the whole log once and checks what it promises (design, section 3): streams without holes, growing positions,
 * times that run back no further than concurrency permits, known names, readable payloads, complete metadata, and a key
 * or an erasure for every sealed value; and that it is what was recorded and signed (ADR 0034). Reads in pages, and goes
 * on after a finding.
 */
public final class Verification {

    private static final int FETCHED = 2_000;

    /** Events of longer transactions are left to the next verification. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final EventReader events;
    private final EventRegistry registry;
    private final SubjectKeys keys;
    private final Evidence evidence;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;

    /**
     * @param database connects as the application
     * @param transactions of that database
     */
    public Verification(
            DataSource database,
            PlatformTransactionManager transactions,
            EventReader events,
            EventRegistry registry,
            SubjectKeys keys,
            Evidence evidence) {
        this.events = events;
        this.registry = registry;
        this.keys = keys;
        this.evidence = evidence;
        this.jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(FETCHED);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** Checks everything up to the present horizon. */
    public VerificationReport run() {
        long begun = System.nanoTime();
        long horizon = events.horizon(PATIENCE);
        Findings findings = new Findings();
        streams(horizon, findings);

        EventChecks checks = new EventChecks(events, registry, keys, findings);
        // Of their own: among many findings of other kinds these must not be those that are not named.
        Findings tampering = new Findings();
        EvidenceCheck recorded = evidence.isKept() ? evidence.check(tampering::add) : null;
        TreeMap<String, Long> byName = new TreeMap<>();
        long count = 0;
        long streams = 0;
        try (LogPages pages = new LogPages(events, horizon, recorded != null)) {
            for (Page page = pages.next(); !page.events().isEmpty(); page = pages.next()) {
                checks.check(page.events());
                for (StoredEvent event : page.events()) {
                    byName.merge(event.name() + " r" + event.revision(), 1L, Long::sum);
                    streams += event.sequence() == 0 ? 1 : 0;
                }
                if (recorded != null) {
                    recorded.add(page.events(), page.leaves());
                }
                count += page.events().size();
            }
        }
        EvidenceReport compared = recorded == null ? null : recorded.end();
        return new VerificationReport(
                horizon,
                count,
                streams,
                byName,
                tampering.count() + findings.count(),
                Stream.concat(tampering.first().stream(), findings.first().stream())
                        .toList(),
                compared,
                Duration.ofNanos(System.nanoTime() - begun));
    }

    /**
     * The order within streams. Its writers never overlap, because each has seen the event before its own: nothing may
     * run back there, neither position nor time. The window follows the unique index, so nothing is sorted or held.
     */
    private void streams(long horizon, Findings findings) {
        reading.executeWithoutResult(status -> {
            jdbc.execute("set local transaction_timeout = 0");
            jdbc.query(
                    """
                    select position, aggregate_id, sequence, before, position_before, recorded_at, recorded_before
                      from (select position, aggregate_id, sequence, recorded_at,
                                   lag(sequence) over stream as before,
                                   lag(position) over stream as position_before,
                                   lag(recorded_at) over stream as recorded_before
                              from events.event where position <= ?
                            window stream as (partition by aggregate_id order by sequence)) e
                     where sequence <> coalesce(before + 1, 0)
                        or position < position_before
                        or recorded_at < recorded_before
                     order by position
                    """,
                    row -> {
                        findings.add(row.getLong("position"), row.getString("aggregate_id"), broken(row));
                    },
                    horizon);
        });
    }

    private static String broken(ResultSet row) throws SQLException {
        long sequence = row.getLong("sequence");
        Long before = row.getObject("before", Long.class);
        long expected = before == null ? 0 : before + 1;
        if (sequence != expected) {
            return "sequence " + expected + " is missing before " + sequence;
        }
        if (row.getLong("position") < row.getLong("position_before")) {
            return "sequence " + sequence + " has an earlier position than the event before it, "
                    + row.getLong("position_before");
        }
        return "sequence " + sequence + " was recorded at " + row.getString("recorded_at")
                + ", before the event before it, " + row.getString("recorded_before");
    }
}
