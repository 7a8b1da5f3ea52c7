package org.gatebook.eventstore.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.merkle.Hash;
import org.gatebook.eventstore.note.Checkpoint;
import org.gatebook.eventstore.note.SignedNote;
import org.gatebook.eventstore.note.SigningKey;
import org.junit.jupiter.api.Test;

/** What somebody who has the files too, and even the key, can do to what was signed, and how it comes out. */
class TamperedFilesTest extends SignedLog {

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
                "update events.checkpoint set note = ? where size = 12", Files.readString(folder.resolve(checkpoint)));
        assertFound(0, checkpoint.toString(), "REPLACED: its root is neither that of the log nor that of the recorded");
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
