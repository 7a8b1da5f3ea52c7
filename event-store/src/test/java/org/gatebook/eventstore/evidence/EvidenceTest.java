package org.gatebook.eventstore.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Condition;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.counter.Counters;
import org.gatebook.eventstore.merkle.Hash;
import org.gatebook.eventstore.note.Checkpoint;
import org.gatebook.eventstore.note.SignedNote;
import org.gatebook.eventstore.note.SigningKey;
import org.gatebook.eventstore.note.VerifierKey;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.gatebook.eventstore.verify.Verification;
import org.gatebook.eventstore.verify.VerificationReport;
import org.gatebook.eventstore.verify.VerificationReport.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What somebody with every right on the database, and then on the files too, can do to the log, and how it comes out. Most
 * of it no other check would notice: rows stay readable, and streams have no holes.
 */
class EvidenceTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final SigningKey KEY = SigningKey.generate("tickets.example.org/log");

    @TempDir
    Path folder;

    private TestStore node;
    private JdbcTemplate owner;
    private Counters counters;

    /** Three counters: events 1 to 12 in checkpoint 12, up to 15 in checkpoint 15, one more in none. */
    @BeforeEach
    void two_checkpoints_and_an_event_behind_them() {
        owner = new JdbcTemplate(POSTGRES.owner());
        owner.execute("truncate events.event, events.checkpoint, keys.subject_key");
        owner.execute("alter sequence events.position_seq restart");
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

    private static TestStore open(EvidenceSettings settings) {
        return TestStore.open(POSTGRES.application(4), settings, CounterReadModels.class);
    }

    private WrittenCheckpoint write() {
        return node.get(Evidence.class).write().orElseThrow();
    }

    private VerificationReport verify() {
        return node.get(Verification.class).run();
    }

    @Test
    void an_untouched_log_is_what_was_signed() {
        VerificationReport report = verify();
        assertThat(report.clean()).as(report.text()).isTrue();
        assertThat(report.text())
                .contains(
                        "trusted key " + KEY.verifier(),
                        "2 of 2 checkpoints have the root of the log, the newest covers 15 events",
                        "15 events were compared with what was recorded of them, 1 are newer",
                        "checkpoint 15 continues checkpoint 12: proved by")
                .containsPattern("inclusion: position \\d+, counter:\\d, is leaf \\d+ of 15: proved by \\d hashes");
    }

    @Test
    void a_leaf_is_hashed_from_the_stored_text_as_postgresql_would_hash_it() {
        List<String> hashes = owner.queryForList("""
            select encode(sha256('\\x00'::bytea || string_agg(int4send(length(f)) || f, ''::bytea order by n)), 'hex')
              from events.event e,
                   unnest(array['gatebook-event-1', position::text,
                                (extract(epoch from recorded_at) * 1000000)::bigint::text, event_id::text,
                                aggregate_type, aggregate_id, sequence::text, name, revision::text, organizer,
                                payload::text, metadata::text]) with ordinality as c(t, n),
                   convert_to(t, 'UTF8') f
             group by position order by position
            """, String.class);
        List<String> ours = node.get(EventReader.class).storedAfter(0, 100).stream()
                .map(event -> EventLeaf.hash(event).toString())
                .toList();
        assertThat(ours).hasSize(16).isEqualTo(hashes);
    }

    @Test
    void erasing_somebody_leaves_every_proof_as_it_was() {
        node.get(SubjectKeys.class).erase(new SubjectId("counter:2"));
        VerificationReport report = verify();
        assertThat(report.clean()).as(report.text()).isTrue();
        String proof = node.get(Evidence.class).prove(5).text();
        assertThat(EventProof.parse(proof).check(List.of(KEY.verifier()))).contains("counter:2");
    }

    @Test
    void positions_that_were_drawn_for_nothing_leave_no_leaf() {
        owner.queryForObject("select nextval('events.position_seq')", Long.class);
        counters.raise(1, 1);
        write();
        assertThat(verify().text()).contains("3 of 3 checkpoints", "the newest covers 17 events", "nothing is wrong");
    }

    @Nested
    class In_the_database {

        @Test
        void one_changed_byte_of_a_payload_is_named() {
            owner.update(
                    "update events.event set payload = replace(payload::text, ':2', ':3')::json where position = 7");
            assertFound(7, "counter:2", "CHANGED: event 2 of its stream is not as it was recorded as leaf 6");
            assertFound(
                    0, "checkpoints/000000000012", "the log is not what was signed here, nor in 1 later checkpoints");
        }

        @Test
        void a_space_that_means_nothing_is_a_change() {
            owner.update("update events.event set metadata = (metadata::text || ' ')::json where position = 7");
            assertFound(7, "counter:2", "CHANGED: event 2");
        }

        @Test
        void a_changed_time_is_named() {
            owner.update(
                    "update events.event set recorded_at = recorded_at + interval '1 microsecond' where position = 4");
            assertFound(4, "counter:1", "CHANGED: event 3");
        }

        @Test
        void a_deleted_row_is_named() {
            owner.update("delete from events.event where position = 7");
            assertFound(7, "counter:2", "REMOVED: event 2 of its stream");
        }

        /** The last one of its stream: no sequence has a hole. */
        @Test
        void a_deleted_last_row_of_a_stream_is_named() {
            owner.update("delete from events.event where position = 15");
            assertFound(15, "counter:3", "REMOVED: event 4 of its stream");
            assertThat(verify().text()).contains("checkpoints/000000000015: the log is not what was signed here\n");
        }

        @Test
        void the_end_of_the_log_cannot_be_cut_off() {
            owner.update("delete from events.event where position > 3");
            assertFound(4, "counter:1", "REMOVED: event 3");
            assertFound(15, "counter:3", "REMOVED: event 4");
            assertFound(0, "checkpoints/000000000012", "the log is not what was signed here, nor in 1 later");
        }

        /** Each takes the other's place: of two streams, so that no stream runs back. */
        @Test
        void two_swapped_rows_are_named() {
            owner.update("""
                update events.event set position = case position when 4 then -9 else -4 end where position in (4, 9)
                """);
            owner.update("update events.event set position = -position where position < 0");
            assertFound(4, "counter:3", "REORDERED: this event was recorded at position 9; here was recorded event 3");
            assertFound(9, "counter:1", "REORDERED: this event was recorded at position 4; here was recorded event 0");
        }

        /** A position that was drawn for nothing is free. */
        @Test
        void an_inserted_row_and_a_moved_one_are_named() {
            owner.queryForObject("select setval('events.position_seq', 20)", Long.class);
            counters.raise(1, 1);
            write();
            owner.update("""
                insert into events.event (position, event_id, aggregate_type, aggregate_id, sequence, name, revision,
                                          organizer, payload, metadata, recorded_at)
                select 18, gen_random_uuid(), aggregate_type, 'counter:4', 0, name, revision, organizer, payload,
                       metadata, recorded_at
                  from events.event where position = 16
                """);
            assertFound(18, "counter:4", "INSERTED: event 0 of its stream");
            owner.update("update events.event set position = 19 where position = 16");
            assertFound(16, "counter:1", "REORDERED: the event that was recorded here is at position 19");
            assertFound(19, "counter:1", "REORDERED: this event was recorded at position 16");
        }

        @Test
        void what_was_replaced_by_another_event_is_named() {
            owner.update("update events.event set event_id = gen_random_uuid() where position = 2");
            assertFound(2, "counter:1", "CHANGED: here was recorded event 1 of counter:1");
        }

        @Test
        void a_checkpoint_that_the_database_forgot_is_named() {
            owner.update("delete from events.checkpoint where size = 12");
            assertFound(0, "checkpoints/000000000012", "the database does not remember it");
        }

        @Test
        void nothing_is_signed_over_a_log_that_is_another_one() {
            owner.update("delete from events.event where position = 15");
            assertThatThrownBy(() -> node.get(Evidence.class).write())
                    .isInstanceOf(Diverged.class)
                    .hasMessageContaining("position 15, counter:3");
        }

        @Test
        void the_application_cannot_change_what_it_remembers_of_checkpoints() {
            JdbcTemplate application = new JdbcTemplate(POSTGRES.application(1));
            assertThatThrownBy(() -> application.update("update events.checkpoint set note = ''"))
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> application.update("delete from events.checkpoint"))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Nested
    class In_the_files {

        private final Path checkpoint = Path.of("checkpoints/000000000012");

        @Test
        void a_checkpoint_that_a_stranger_signed_is_named() throws IOException {
            SigningKey stranger = SigningKey.generate(KEY.verifier().name());
            replace(checkpoint, read(checkpoint).text(), stranger);
            assertFound(0, checkpoint.toString(), "REPLACED or changed: no trusted key has signed it");
            assertFound(0, checkpoint.toString(), "REPLACED: the database remembers another text of it");
        }

        /** The thief has the key and the database. */
        @Test
        void a_checkpoint_of_another_root_is_named_even_if_it_is_signed() throws IOException {
            String other = new Checkpoint(KEY.verifier().name(), 12, Hash.EMPTY).text();
            replace(checkpoint, other, KEY);
            owner.update(
                    "update events.checkpoint set note = ? where size = 12",
                    Files.readString(folder.resolve(checkpoint)));
            assertFound(
                    0, checkpoint.toString(), "REPLACED: its root is neither that of the log nor that of the recorded");
        }

        @Test
        void a_changed_letter_of_a_checkpoint_is_named() throws IOException {
            Path file = folder.resolve(checkpoint);
            Files.writeString(file, Files.readString(file).replace("\n12\n", "\n13\n"));
            assertFound(0, checkpoint.toString(), "no trusted key has signed it");
        }

        @Test
        void a_checkpoint_that_is_gone_is_named() throws IOException {
            Files.delete(folder.resolve(checkpoint));
            assertFound(0, checkpoint.toString(), "REMOVED: the database remembers it");
        }

        @Test
        void a_checkpoint_in_the_place_of_another_is_named() throws IOException {
            Files.copy(
                    folder.resolve("checkpoints/000000000015"),
                    folder.resolve(checkpoint),
                    StandardCopyOption.REPLACE_EXISTING);
            assertFound(0, checkpoint.toString(), "REPLACED: it is the checkpoint of size 15");
        }

        /** A row and its recorded hash: only the signature is left to tell. */
        @Test
        void a_row_that_was_changed_with_its_recorded_hash_is_found() throws IOException {
            owner.update("update events.event set organizer = 'acme ' where position = 14");
            byte[] tile = Files.readAllBytes(folder.resolve("tile/0/000.p/15"));
            EventLeaf.hash(node.get(EventReader.class).storedAfter(13, 1).getFirst())
                    .write(tile, 13 * Hash.BYTES);
            Files.write(folder.resolve("tile/0/000.p/15"), tile);
            assertFound(0, "checkpoints/000000000015", "leaf 12 at the earliest");
        }

        @Test
        void a_changed_recorded_hash_is_told_from_a_changed_row() throws IOException {
            byte[] tile = Files.readAllBytes(folder.resolve("tile/0/000.p/15"));
            tile[3 * Hash.BYTES] ^= 1;
            Files.write(folder.resolve("tile/0/000.p/15"), tile);
            assertFound(4, "counter:1", "the recorded hash or keys of leaf 3 were changed");
            assertFound(0, "checkpoints/000000000012", "files of the tree were changed");
        }

        @Test
        void changed_recorded_keys_are_told_from_a_changed_row() throws IOException {
            Path keys = folder.resolve("tile/keys/000.p/15");
            Files.writeString(keys, Files.readString(keys).replace("\n4 3 ", "\n4 9 "));
            assertFound(4, "counter:1", "the recorded keys of leaf 3 are not those of the event");
        }

        @Test
        void a_missing_or_torn_file_of_the_tree_is_named() throws IOException {
            Path tile = folder.resolve("tile/0/000.p/15");
            Files.write(tile, new byte[7], StandardOpenOption.TRUNCATE_EXISTING);
            assertFound(0, "evidence", "tile/0/000.p/15 has 7 bytes");
            Files.delete(tile);
            assertFound(0, "evidence", "tile/0/000.p/15 is missing");
        }

        private void replace(Path file, String text, SigningKey key) throws IOException {
            Files.writeString(folder.resolve(file), SignedNote.sign(text, key).toString());
        }

        private SignedNote read(Path file) throws IOException {
            return SignedNote.parse(Files.readString(folder.resolve(file)));
        }
    }

    @Nested
    class Written {

        @Test
        void without_new_events_nothing_is_written() {
            write();
            WrittenCheckpoint again = write();
            assertThat(again.added()).isZero();
            assertThat(folder.resolve("checkpoints")).isDirectoryContaining("glob:**16");
            assertThat(again.note()).startsWith("tickets.example.org/log\n16\n");
        }

        @Test
        void what_a_crash_left_unfinished_is_finished() throws IOException {
            write();
            cut("checkpoints/000000000016", 20);
            cut("tile/keys/000.p/16", 0);
            Path keys = folder.resolve("tile/keys/000.p/16");
            Files.delete(keys);
            Files.delete(folder.resolve("checkpoints/000000000016"));
            Files.writeString(folder.resolve("tile/keys/000.p/16"), "1 0 ");
            owner.update("delete from events.checkpoint where size = 16");
            write();
            assertThat(verify().clean()).as(verify().text()).isTrue();
            cut("checkpoints/000000000016", 20);
            write();
            assertThat(verify().clean()).as(verify().text()).isTrue();
        }

        @Test
        void nothing_is_overwritten() throws IOException {
            Path tile = folder.resolve("tile/0/000.p/16");
            Files.writeString(tile, "something else");
            assertThatThrownBy(() -> node.get(Evidence.class).write())
                    .isInstanceOf(Diverged.class)
                    .hasMessageContaining("tile/0/000.p/16 is there already");
            assertThat(tile).hasContent("something else");
        }

        @Test
        void a_tree_of_many_tiles_grows_in_steps() {
            // Rows that no unit has written: their payloads cannot be opened, which is another finding.
            owner.update("""
                insert into events.event (event_id, aggregate_type, aggregate_id, sequence, name, revision, organizer,
                                          payload, metadata)
                select gen_random_uuid(), e.aggregate_type, 'counter:' || (100 + n), 0, e.name, e.revision,
                       e.organizer, e.payload, e.metadata
                  from events.event e, generate_series(1, 700) n where e.position = 1
                """);
            write();
            counters.raise(1, 1);
            assertThat(write().size()).isEqualTo(717);
            assertThat(verify().text())
                    .contains("4 of 4 checkpoints have the root of the log, the newest covers 717 events")
                    .doesNotContain("checkpoints/", "tile/");
            assertThat(folder.resolve("tile/0/001")).isRegularFile();
            assertThat(folder.resolve("tile/1/000.p/2")).isRegularFile();
            String proof = node.get(Evidence.class).prove(400).text();
            assertThat(EventProof.parse(proof).check(List.of(KEY.verifier()))).contains("counter:484");
            owner.update("delete from events.event where position = 400");
            assertFound(400, "counter:484", "REMOVED: event 0 of its stream");
        }

        @Test
        void a_new_key_is_accepted_beside_the_old_one() {
            node.close();
            SigningKey next = SigningKey.generate(KEY.verifier().name());
            node = open(new EvidenceSettings(folder, List.of(KEY.verifier(), next.verifier()), next));
            assertThat(write().key()).isEqualTo(next.verifier().toString());
            assertThat(verify().clean()).as(verify().text()).isTrue();
            node.close();
            node = open(new EvidenceSettings(folder, List.of(next.verifier()), next));
            assertFound(0, "checkpoints/000000000012", "no trusted key has signed it");
        }

        private void cut(String file, int length) throws IOException {
            byte[] whole = Files.readAllBytes(folder.resolve(file));
            Files.write(folder.resolve(file), Arrays.copyOf(whole, length));
        }
    }

    @Nested
    class Proofs {

        @Test
        void an_event_is_proved_by_a_file_alone() {
            String text = node.get(Evidence.class).prove(15).text();
            assertThat(text).startsWith("c2sp.org/tlog-proof@v1\nextra ").contains("\nindex 14\n");
            assertThat(EventProof.parse(text).check(List.of(KEY.verifier())))
                    .contains(
                            "position        15\n",
                            "aggregate_id    counter:3\n",
                            "is leaf 14 of 15 in tickets.example.org/log");
        }

        @Test
        void a_changed_file_proves_nothing() {
            String text = node.get(Evidence.class).prove(15).text();
            List<VerifierKey> keys = List.of(KEY.verifier());
            String leaf = text.lines().skip(1).findFirst().orElseThrow();
            String other = node.get(Evidence.class)
                    .prove(14)
                    .text()
                    .lines()
                    .skip(1)
                    .findFirst()
                    .orElseThrow();
            for (String changed : List.of(
                    text.replace(leaf, other),
                    text.replace("index 14", "index 13"),
                    text.replace("\n15\n", "\n16\n"),
                    text.replaceFirst("extra .*\n", ""),
                    text.replace("tlog-proof@v1", "tlog-proof@v2"),
                    "")) {
                assertThatThrownBy(() -> EventProof.parse(changed).check(keys)).isInstanceOf(EventProof.Unproved.class);
            }
            assertThatThrownBy(() -> EventProof.parse(text)
                            .check(List.of(SigningKey.generate("tickets.example.org/log")
                                    .verifier())))
                    .hasMessageContaining("no trusted key has signed");
        }

        @Test
        void what_is_not_covered_or_not_there_has_no_proof() {
            Evidence evidence = node.get(Evidence.class);
            assertThatThrownBy(() -> evidence.prove(16)).hasMessageContaining("no checkpoint covers position 16 yet");
            assertThatThrownBy(() -> evidence.prove(17)).hasMessageContaining("there is no event at position 17");
            owner.update("update events.event set organizer = 'other' where position = 3");
            assertThatThrownBy(() -> evidence.prove(3))
                    .hasMessageContaining("holds an event that is not in the checkpoint");
        }
    }

    @Test
    void two_texts_never_share_an_encoding() {
        StoredEvent event = node.get(EventReader.class).storedAfter(0, 1).getFirst();
        String text = EventLeaf.text(EventLeaf.content(event));
        assertThat(text)
                .contains("position        1\n", "recorded_at     " + event.recordedAt() + "\n", event.payload());
        assertThatThrownBy(() -> EventLeaf.text("something".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void assertFound(long position, String what, String text) {
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
