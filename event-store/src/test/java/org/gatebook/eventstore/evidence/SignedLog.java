package org.gatebook.eventstore.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Condition;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.counter.Counters;
import org.gatebook.eventstore.note.SigningKey;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.gatebook.eventstore.verify.Verification;
import org.gatebook.eventstore.verify.VerificationReport;
import org.gatebook.eventstore.verify.VerificationReport.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A log that was signed twice, of which a test breaks something, and what the verification says of it then. */
abstract class SignedLog {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    static final SigningKey KEY = SigningKey.generate("tickets.example.org/log");

    @TempDir
    Path folder;

    TestStore node;
    JdbcTemplate owner;
    Counters counters;

    /** Three counters: events 1 to 12 in checkpoint 12, up to 15 in checkpoint 15, one more in none. */
    @BeforeEach
    void two_checkpoints_and_an_event_behind_them() {
        owner = new JdbcTemplate(POSTGRES.owner());
        POSTGRES.emptyLog();
        node = open(new EvidenceSettings(folder, List.of(KEY.verifier()), KEY));
        counters = new Counters(node);
        for (int number = 1; number <= 3; number++) {
            counters.open(number);
            for (int by = 1; by <= 3; by++) {
                counters.raise(number, by);
            }
        }
        write();
        for (int number = 1; number <= 3; number++) {
            counters.raise(number, 7);
        }
        write();
        counters.raise(1, 9);
    }

    @AfterEach
    void close() {
        node.close();
    }

    static TestStore open(EvidenceSettings settings) {
        return TestStore.open(POSTGRES.application(4), settings, CounterReadModels.class);
    }

    WrittenCheckpoint write() {
        return node.get(Evidence.class).write().orElseThrow();
    }

    VerificationReport verify() {
        return node.get(Verification.class).run();
    }

    void assertFound(long position, String what, String text) {
        VerificationReport report = verify();
        assertThat(report.clean()).isFalse();
        assertThat(report.findings())
                .as(report.text())
                .haveAtLeastOne(new Condition<Finding>(
                        finding -> finding.position() == position
                                && finding.stream().equals(what)
                                && finding.text().contains(text),
                        "%d, %s: %s",
                        position,
                        what,
                        text));
    }
}
