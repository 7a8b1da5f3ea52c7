package org.gatebook.eventstore.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gatebook.eventstore.note.SigningKey;
import org.junit.jupiter.api.Test;

/** What is written when the log has grown, also after a crash and under a new key, and what is left alone. */
class CheckpointWritingTest extends SignedLog {

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
