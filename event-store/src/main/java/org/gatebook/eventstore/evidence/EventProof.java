package org.gatebook.eventstore.evidence;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.gatebook.eventstore.merkle.Hash;
import org.gatebook.eventstore.merkle.InclusionProof;
import org.gatebook.eventstore.note.Checkpoint;
import org.gatebook.eventstore.note.SignedNote;
import org.gatebook.eventstore.note.VerifierKey;

/**
 * That an event is in the log, for somebody who has nothing of it: C2SP tlog-proof, whose extra data are the leaf.
 *
 * @param leaf content of the leaf
 * @param index of the leaf
 * @param path from the leaf to the root
 * @param note the checkpoint
 */
public record EventProof(String leaf, long index, List<Hash> path, SignedNote note) {

    private static final String FIRST = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    /** A file that proves nothing. */
    public static final class Unproved extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Unproved(String message) {
            super(message);
        }
    }

    public EventProof {
        path = List.copyOf(path);
    }

    static EventProof of(byte[] leaf, InclusionProof proof, SignedNote note) {
        return new EventProof(Base64.getEncoder().encodeToString(leaf), proof.index(), proof.path(), note);
    }

    /** @throws Unproved if that is none, or none with its event */
    public static EventProof parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new Unproved("is no " + FIRST);
        }
        Iterator<String> lines = text.substring(0, end).lines().iterator();
        if (!lines.hasNext() || !lines.next().equals(FIRST)) {
            throw new Unproved("is no " + FIRST);
        }
        try {
            String leaf = after(EXTRA, lines);
            long index = Long.parseLong(after(INDEX, lines));
            List<Hash> path = new ArrayList<>();
            lines.forEachRemaining(line -> path.add(Hash.ofBase64(line)));
            return new EventProof(leaf, index, path, SignedNote.parse(text.substring(end + 2)));
        } catch (IllegalArgumentException e) {
            throw new Unproved("cannot be read: " + e.getMessage());
        }
    }

    private static String after(String word, Iterator<String> lines) {
        String line = lines.hasNext() ? lines.next() : "";
        if (!line.startsWith(word)) {
            throw new Unproved("has no line of " + word.strip());
        }
        return line.substring(word.length());
    }

    /**
     * Checks it with these keys and nothing else.
     *
     * @return the event and the checkpoint, as lines for people
     * @throws Unproved saying what does not hold
     */
    public String check(List<VerifierKey> trusted) {
        VerifierKey signer = note.verifiedBy(trusted)
                .orElseThrow(() -> new Unproved("holds a checkpoint that no trusted key has signed"));
        byte[] content;
        String event;
        Checkpoint checkpoint;
        try {
            content = Base64.getDecoder().decode(leaf);
            event = EventLeaf.text(content);
            checkpoint = Checkpoint.parse(note.text());
        } catch (IllegalArgumentException e) {
            throw new Unproved("cannot be read: " + e.getMessage());
        }
        if (!new InclusionProof(index, checkpoint.size(), path).proves(Hash.ofLeaf(content), checkpoint.root())) {
            throw new Unproved("holds an event that is not in the checkpoint");
        }
        return event + "is leaf " + index + " of " + checkpoint.size() + " in " + checkpoint.origin() + ", signed by "
                + signer + "\n";
    }

    /** The file. */
    public String text() {
        StringBuilder text = new StringBuilder(FIRST)
                .append('\n')
                .append(EXTRA)
                .append(leaf)
                .append('\n')
                .append(INDEX)
                .append(index)
                .append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(note).toString();
    }
}
