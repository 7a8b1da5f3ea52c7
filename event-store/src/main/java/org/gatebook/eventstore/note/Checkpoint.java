package org.gatebook.eventstore.note;

import java.util.List;
import org.gatebook.eventstore.merkle.Hash;

/**
 * What is said of a log at one size: the text of a checkpoint.
 *
 * @param origin which log
 * @param size how many leaves
 * @param root over them
 */
public record Checkpoint(String origin, long size, Hash root) {

    private static final int LINES = 3;

    /** @throws SignedNote.Malformed if a note's text is no checkpoint */
    public static Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < LINES || lines.stream().anyMatch(String::isEmpty)) {
            throw new SignedNote.Malformed("no origin, size and root");
        }
        if (!lines.get(1).matches("0|[1-9][0-9]{0,17}")) {
            throw new SignedNote.Malformed("no size: " + lines.get(1));
        }
        try {
            return new Checkpoint(lines.getFirst(), Long.parseLong(lines.get(1)), Hash.ofBase64(lines.get(2)));
        } catch (IllegalArgumentException e) {
            throw new SignedNote.Malformed("no root: " + lines.get(2));
        }
    }

    /** The lines that are signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** As a note of this key. */
    public SignedNote signed(SigningKey key) {
        return SignedNote.sign(text(), key);
    }
}
