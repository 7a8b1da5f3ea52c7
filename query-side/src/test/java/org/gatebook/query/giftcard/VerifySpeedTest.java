package org.gatebook.query.giftcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gatebook.eventstore.evidence.Evidence;
import org.gatebook.eventstore.evidence.EvidenceSettings;
import org.gatebook.eventstore.note.SigningKey;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.gatebook.eventstore.verify.Verification;
import org.gatebook.eventstore.verify.VerificationReport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** How fast a long log is verified: every event read, decoded, its client's address opened, hashed and compared. */
@Tag("torture")
class VerifySpeedTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final SigningKey KEY = SigningKey.generate("tickets.example.org/log");
    private static final int CARDS = 100_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void a_million_events_are_verified_within_a_minute() throws Exception {
        EvidenceSettings evidence = new EvidenceSettings(folder, List.of(KEY.verifier()), KEY);
        try (TestStore store = TestStore.open(POSTGRES.application(6), evidence, CardLog.Events.class)) {
            CardLog.fill(POSTGRES.owner(), store, CARDS);
            new JdbcTemplate(POSTGRES.owner()).execute("vacuum analyze events.event");
            long begun = System.nanoTime();
            store.get(Evidence.class).write();
            System.out.printf(Locale.ROOT, "first checkpoint: %.1f s%n", seconds(begun));
        }
        // A node of its own: it has to fetch all keys again, as a command would.
        try (TestStore store = TestStore.open(POSTGRES.application(6), evidence, CardLog.Events.class)) {
            VerificationReport report = store.get(Verification.class).run();
            System.out.print(report.text());
            assertThat(report.clean()).isTrue();
            assertThat(report.events()).isEqualTo((long) CARDS * CardLog.EVENTS_A_CARD);
            assertThat(report.took()).isLessThan(LIMIT);
            new JdbcTemplate(POSTGRES.owner())
                    .update("update events.event set organizer = 'acme ' where position = 654321");
            VerificationReport changed = store.get(Verification.class).run();
            System.out.print(changed.text());
            assertThat(changed.text()).contains("position 654321, giftcard:", ": CHANGED: event 6 of its stream");
        }
    }

    private static double seconds(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
    }
}
