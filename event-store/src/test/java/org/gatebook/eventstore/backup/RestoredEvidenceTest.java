package org.gatebook.eventstore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatebook.api.installation.InstallationRestored.LostHistory;
import org.gatebook.api.installation.InstallationRestored.RestoredBackup;
import org.gatebook.eventstore.backup.Restorations.Wishes;
import org.gatebook.eventstore.backup.Restore.LeftOut;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.counter.Counters;
import org.gatebook.eventstore.evidence.Diverged;
import org.gatebook.eventstore.evidence.EventProof;
import org.gatebook.eventstore.evidence.Evidence;
import org.gatebook.eventstore.evidence.EvidenceSettings;
import org.gatebook.eventstore.note.SigningKey;
import org.gatebook.eventstore.rebuild.Rebuild;
import org.gatebook.eventstore.rebuild.RebuildPlan;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.gatebook.eventstore.verify.Verification;
import org.gatebook.eventstore.verify.VerificationReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A database is restored that is older than the evidence in the folder: events 1 to 4 are in the backup and in checkpoint
 * 3 as far as that goes, events 5 to 7 were signed after it.
 */
class RestoredEvidenceTest {

    @RegisterExtension
    static final PostgresExtension LIVE = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension OTHER = new PostgresExtension();

    private static final SigningKey KEY = SigningKey.generate("tickets.example.org/log");
    private static final SigningKey STRANGER = SigningKey.generate("tickets.example.org/log");

    @TempDir
    Path folder;

    private CheckedBackup backup;

    @BeforeEach
    void a_backup_and_three_signed_events_behind_it() {
        LIVE.emptyLog();
        OTHER.emptyLog();
        try (TestStore node = open(LIVE, KEY)) {
            Counters counters = new Counters(node);
            counters.open(1);
            counters.raise(1, 2);
            counters.raise(1, 3);
            node.get(Evidence.class).write();
            counters.raise(1, 4);
            new Backup(LIVE.owner(), LIVE.application(1), List.of(node.get(StoredTables.class)), "test")
                    .write(folder.resolve("backup"), folder.resolve("keys"));
            counters.raise(1, 5);
            counters.raise(1, 6);
            node.get(Evidence.class).write();
            counters.raise(1, 7);
            node.get(Evidence.class).write();
        }
        backup = CheckedBackup.of(folder.resolve("backup"));
    }

    @AfterEach
    void nothing_that_was_written_first_has_changed() throws IOException {
        assertThat(folder.resolve("evidence/checkpoints/000000000006")).exists();
    }

    private TestStore open(PostgresExtension database, SigningKey key) {
        EvidenceSettings settings = new EvidenceSettings(folder.resolve("evidence"), List.of(KEY.verifier()), key);
        return TestStore.open(database.application(4), settings, CounterReadModels.class);
    }

    private LostHistory restore(TestStore node) {
        RestoredBackup from = backup.report().restored();
        Evidence evidence = node.get(Evidence.class);
        LostHistory lost = evidence.lostBy(from).orElseThrow();
        Restore restore = new Restore(OTHER.owner(), OTHER.application(1));
        LeftOut leftOut = restore.load(backup);
        restore.loadKeys(backup, folder.resolve("keys"));
        node.get(Rebuild.class).run(RebuildPlan.SWITCH);
        evidence.layOut(lost);
        // A restore that was cut off here finds the same again.
        assertThat(evidence.lostBy(from)).contains(lost);
        node.get(Restorations.class).finish(from, leftOut, new Wishes("jane", 0, List.of()), lost);
        return lost;
    }

    @Test
    void what_is_lost_is_proved_and_the_log_goes_on_in_a_branch() throws IOException {
        Map<String, String> before = files();
        try (TestStore node = open(OTHER, KEY)) {
            LostHistory lost = restore(node);
            assertThat(lost.events()).isEqualTo(3);
            assertThat(lost.positions().first()).isEqualTo(5);
            assertThat(lost.positions().last()).isEqualTo(7);
            node.get(Evidence.class).write();
            new Counters(node).raise(1, 9);
            assertThat(node.get(Evidence.class).write().orElseThrow().note())
                    .startsWith("tickets.example.org/log/restored-1\n6\n");
            VerificationReport report = verify(node);
            assertThat(report.clean()).as(report.text()).isTrue();
            assertThat(report.text())
                    .contains("3 of 3 checkpoints have the root of the log")
                    .contains(
                            "3 signed events are lost, positions 5 to 7; what is there was their beginning: proved by");
            EventProof proof = node.get(Evidence.class).prove(2);
            assertThat(EventProof.parse(proof.text()).check(List.of(KEY.verifier())))
                    .contains("tickets.example.org/log/restored-1");
        }
        assertThat(files()).containsAllEntriesOf(before);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(folder.resolve("evidence"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private static VerificationReport verify(TestStore node) {
        return node.get(Verification.class).run();
    }

    @Test
    void the_same_backup_can_be_restored_again_in_another_branch() {
        try (TestStore node = open(OTHER, KEY)) {
            restore(node);
            node.get(Evidence.class).write();
        }
        OTHER.emptyLog();
        try (TestStore node = open(OTHER, KEY)) {
            LostHistory lost = restore(node);
            assertThat(lost.branch()).isEqualTo(2);
            assertThat(lost.events()).isEqualTo(1);
            assertThat(node.get(Evidence.class).write().orElseThrow().note())
                    .startsWith("tickets.example.org/log/restored-2\n");
            VerificationReport report = verify(node);
            assertThat(report.clean()).as(report.text()).isTrue();
        }
    }

    @Test
    void a_restore_that_the_logs_key_has_not_signed_does_not_count() {
        try (TestStore node = open(OTHER, STRANGER)) {
            restore(node);
            assertThat(verify(node).text())
                    .contains("does not count: no trusted key has signed that it was meant")
                    .contains("REMOVED: event 4 of its stream")
                    .contains("REMOVED: event 6 of its stream");
        }
    }

    @Test
    void a_log_that_was_cut_short_without_a_restore_is_found() {
        JdbcTemplate owner = new JdbcTemplate(LIVE.owner());
        owner.update("delete from events.event where position > 4");
        owner.update("delete from events.checkpoint where size > 4");
        try (TestStore node = open(LIVE, KEY)) {
            assertThat(verify(node).text())
                    .contains("REMOVED: event 4 of its stream")
                    .contains("the log is not what was signed here");
        }
    }

    @Test
    void after_a_restore_a_changed_event_and_a_changed_archive_are_still_found() throws IOException {
        try (TestStore node = open(OTHER, KEY)) {
            restore(node);
            node.get(Evidence.class).write();
            JdbcTemplate owner = new JdbcTemplate(OTHER.owner());
            owner.update("update events.event set organizer = 'other' where position = 2");
            assertThat(verify(node).text())
                    .contains("position 2, counter:1: CHANGED")
                    .contains("the first 4 events are not those of the backup");
            owner.update("update events.event set organizer = 'acme' where position = 2");
            assertThat(verify(node).clean()).isTrue();
            Path newest = folder.resolve("evidence/checkpoints/000000000007");
            Files.delete(newest);
            assertThat(verify(node).text())
                    .contains("checkpoints/000000000006: REPLACED: it is not the checkpoint that the restore has left");
        }
    }

    @Test
    void a_backup_with_another_event_is_the_beginning_of_nothing_that_was_signed() {
        try (TestStore node = open(OTHER, KEY)) {
            RestoredBackup from = backup.report().restored();
            RestoredBackup forged =
                    new RestoredBackup(from.id(), from.takenAt(), from.softwareVersion(), 3, 3, from.root());
            assertThatThrownBy(() -> node.get(Evidence.class).lostBy(forged))
                    .isInstanceOf(Diverged.class)
                    .hasMessageContaining("is not the beginning of any log that was signed");
        }
    }
}
