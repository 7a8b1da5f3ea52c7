package org.gatebook.eventstore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.gatebook.api.installation.InstallationRestored;
import org.gatebook.eventstore.backup.BackupReport.Written;
import org.gatebook.eventstore.backup.Restorations.Wishes;
import org.gatebook.eventstore.backup.Restore.LeftOut;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.counter.Counters;
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

/** Backups of a small log, and what becomes of them in another database. */
class BackupTest {

    @RegisterExtension
    static final PostgresExtension LIVE = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension OTHER = new PostgresExtension();

    private static final SigningKey KEY = SigningKey.generate("tickets.example.org/log");
    private static final String ALL_EVENTS =
            "select string_agg(e::text, ';' order by position) from (select position, recorded_at, event_id,"
                    + " payload::text, metadata::text from events.event where name <> 'installation.restored') e";

    @TempDir
    Path folder;

    private TestStore node;
    private Counters counters;

    @BeforeEach
    void two_counters() {
        for (PostgresExtension database : List.of(LIVE, OTHER)) {
            database.emptyLog();
        }
        node = open(LIVE, "evidence");
        counters = new Counters(node);
        for (int number = 1; number <= 2; number++) {
            counters.open(number);
            counters.raise(number, 5);
        }
    }

    @AfterEach
    void close() {
        node.close();
    }

    private TestStore open(PostgresExtension database, String evidence) {
        EvidenceSettings settings = new EvidenceSettings(folder.resolve(evidence), List.of(KEY.verifier()), KEY);
        return TestStore.open(database.application(4), settings, CounterReadModels.class);
    }

    private Written write(String name) {
        DataSource keys = LIVE.application(1);
        return new Backup(LIVE.owner(), keys, List.of(node.get(StoredTables.class)), "test")
                .write(folder.resolve(name), folder.resolve(name + "-keys"));
    }

    @Test
    void a_restored_log_is_the_same_and_goes_on_behind_all_that_may_have_been_given_away() {
        node.get(Evidence.class).write();
        counters.raise(1, 7);
        Written written = write("backup");
        assertThat(written.keys()).isEqualTo(2);
        CheckedBackup backup = CheckedBackup.of(folder.resolve("backup"));
        try (TestStore restored = open(OTHER, "new-evidence")) {
            InstallationRestored event = restore(restored, backup);

            JdbcTemplate there = new JdbcTemplate(OTHER.owner());
            assertThat(there.queryForObject(ALL_EVENTS, String.class))
                    .isEqualTo(new JdbcTemplate(LIVE.owner()).queryForObject(ALL_EVENTS, String.class));
            assertThat(event.from().events()).isEqualTo(5);
            assertThat(event.positions().first()).isEqualTo(6);
            assertThat(there.queryForObject("select max(position) from events.event", Long.class))
                    .isEqualTo(event.positions().last() + 1);
            assertThat(there.queryForObject("select nextval('ops.client_id')", Long.class))
                    .isGreaterThan(event.clientIds().last());
            assertThat(restored.get(Restorations.class).all()).containsExactly(event);
            new Counters(restored).raise(2, 9);
            VerificationReport report = restored.get(Verification.class).run();
            assertThat(report.clean()).as(report.text()).isTrue();
            assertThat(report.text()).contains("1 of 1 checkpoints have the root of the log");
            assertThat(restored.get(Rebuild.class).run(RebuildPlan.COMPARE).differs())
                    .isFalse();
        }
    }

    private InstallationRestored restore(TestStore into, CheckedBackup backup) {
        Restore restore = new Restore(OTHER.owner(), OTHER.application(1));
        LeftOut leftOut = restore.load(backup);
        assertThatThrownBy(() -> Restore.checkFinished(OTHER.owner()))
                .isInstanceOf(BackupUnusable.class)
                .hasMessageContaining("was begun and not finished");
        restore.loadKeys(backup, folder.resolve("backup-keys"));
        into.get(Rebuild.class).run(RebuildPlan.SWITCH);
        into.get(Evidence.class).layOut(null);
        InstallationRestored event = into.get(Restorations.class)
                .finish(backup.report().restored(), leftOut, new Wishes("jane", 10, List.of()), null);
        Restore.checkFinished(OTHER.owner());
        return event;
    }

    @Test
    void a_moment_between_backup_and_restore_is_lost_and_others_are_not() {
        Instant early = Instant.now().minusSeconds(3_600);
        write("backup");
        CheckedBackup backup = CheckedBackup.of(folder.resolve("backup"));
        try (TestStore restored = open(OTHER, "new-evidence")) {
            restore(restored, backup);
            LostTimes times = restored.get(LostTimes.class);
            OffsetDateTime end = new JdbcTemplate(OTHER.owner())
                    .queryForObject("select lost_to from ops.restoration", OffsetDateTime.class);
            assertThat(times.hold(early)).isFalse();
            assertThat(times.hold(backup.report().takenAt().plusMillis(1))).isTrue();
            assertThat(times.hold(end.toInstant())).isTrue();
            assertThat(times.hold(end.toInstant().plusMillis(1))).isFalse();
        }
        assertThat(node.get(LostTimes.class).hold(backup.report().takenAt().plusMillis(1)))
                .isFalse();
    }

    @Test
    void a_restore_that_was_cut_off_goes_on_with_the_same_backup_only() {
        write("backup");
        write("another");
        CheckedBackup backup = CheckedBackup.of(folder.resolve("backup"));
        Restore restore = new Restore(OTHER.owner(), OTHER.application(1));
        LeftOut leftOut = restore.load(backup);
        assertThat(restore.load(backup)).isEqualTo(leftOut);
        assertThatThrownBy(() -> restore.load(CheckedBackup.of(folder.resolve("another"))))
                .isInstanceOf(BackupUnusable.class)
                .hasMessageContaining(backup.report().id());
        assertThatThrownBy(() -> restore.loadKeys(backup, folder.resolve("another-keys")))
                .isInstanceOf(BackupUnusable.class)
                .hasMessageContaining("and not of " + backup.report().id());
    }

    @Test
    void a_database_with_a_log_takes_no_backup() {
        write("backup");
        CheckedBackup backup = CheckedBackup.of(folder.resolve("backup"));
        assertThatThrownBy(() -> new Restore(LIVE.owner(), LIVE.application(1)).load(backup))
                .isInstanceOf(BackupUnusable.class)
                .hasMessageContaining("the database is not empty: there are rows in events.event");
    }

    @Test
    void an_erased_key_does_not_come_back_with_the_keys_of_a_backup() {
        write("backup");
        JdbcTemplate owner = new JdbcTemplate(LIVE.owner());
        owner.execute("update keys.subject_key set wrapped = null, erased_at = now() where subject = 'counter:1'");
        owner.execute("delete from keys.subject_key where subject = 'counter:2'");
        new Restore(LIVE.owner(), LIVE.application(1))
                .loadKeys(CheckedBackup.of(folder.resolve("backup")), folder.resolve("backup-keys"));
        assertThat(owner.queryForList("select subject from keys.subject_key where wrapped is not null", String.class))
                .containsExactly("counter:2");
    }

    @Test
    void a_changed_byte_in_any_file_is_found_and_the_file_is_named() throws IOException {
        write("backup");
        Path backup = folder.resolve("backup");
        try (Stream<Path> files = Files.list(backup)) {
            for (Path file : files.toList()) {
                byte[] whole = Files.readAllBytes(file);
                byte[] changed = whole.clone();
                changed[changed.length / 2] ^= 1;
                Files.write(file, changed, StandardOpenOption.TRUNCATE_EXISTING);
                assertThatThrownBy(() -> CheckedBackup.of(backup))
                        .as(file.toString())
                        .isInstanceOf(BackupUnusable.class)
                        .hasMessageContaining(
                                file.endsWith("SHA256SUMS")
                                        ? ""
                                        : file.getFileName().toString());
                Files.write(file, whole, StandardOpenOption.TRUNCATE_EXISTING);
            }
        }
        CheckedBackup.of(backup);
        Files.delete(backup.resolve("ops.event_kind.gz"));
        assertThatThrownBy(() -> CheckedBackup.of(backup)).hasMessage("ops.event_kind.gz is missing");
    }

    @Test
    void what_a_crash_left_is_no_backup_and_is_in_nobodys_way() throws IOException {
        Path unfinished = Files.createDirectory(folder.resolve("backup.unfinished"));
        Files.writeString(unfinished.resolve("events.event.gz"), "half");
        assertThatThrownBy(() -> CheckedBackup.of(unfinished))
                .isInstanceOf(BackupUnusable.class)
                .hasMessageContaining("holds no finished backup");
        write("backup");
        assertThat(unfinished).doesNotExist();
        assertThat(CheckedBackup.of(folder.resolve("backup")).report().events()).isEqualTo(4);
        assertThatThrownBy(() -> write("backup")).isInstanceOf(BackupUnusable.class);
    }

    @Test
    void each_backup_is_a_beginning_of_the_log_while_others_write() {
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicInteger stop = new AtomicInteger();
        List<CompletableFuture<Void>> writers = Stream.of(3, 4, 5, 6)
                .map(number -> CompletableFuture.runAsync(() -> {
                    counters.open(number);
                    while (stop.get() == 0) {
                        counters.raise(number, 1);
                        acknowledged.incrementAndGet();
                    }
                }))
                .toList();
        for (int round = 0; round < 3; round++) {
            int before = acknowledged.get();
            Written written = write("round-" + round);
            assertThat(written.backup().events()).isGreaterThan(before);
            Long first = new JdbcTemplate(LIVE.owner())
                    .queryForObject(
                            "select count(*) from events.event where position <= ?",
                            Long.class,
                            written.backup().position());
            assertThat(first).isEqualTo(written.backup().events());
        }
        stop.set(1);
        writers.forEach(CompletableFuture::join);
    }
}
