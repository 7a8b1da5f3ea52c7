package org.gatebook.eventstore.note;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures below it.
 *
 * @param text ends with a line feed
 * @param signatures in the order of their lines
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    private static final String DASH = "\u2014 ";

    /**
     * A line below the text.
     *
     * @param name who says to have signed
     * @param base64 the key's id and the signature
     */
    public record NoteSignature(String name, String base64) {

        byte[] id() {
            return Arrays.copyOf(bytes(), VerifierKey.ID_BYTES);
        }

        byte[] signature() {
            byte[] bytes = bytes();
            return Arrays.copyOfRange(bytes, VerifierKey.ID_BYTES, bytes.length);
        }

        private byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }

        private static NoteSignature of(VerifierKey key, byte[] signature) {
            byte[] bytes = Arrays.copyOf(key.id(), VerifierKey.ID_BYTES + signature.length);
            System.arraycopy(signature, 0, bytes, VerifierKey.ID_BYTES, signature.length);
            return new NoteSignature(key.name(), Base64.getEncoder().encodeToString(bytes));
        }
    }

    /** That is no note. */
    public static final class Malformed extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        public Malformed(String message) {
            super(message);
        }
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** A text with the signature of one key. */
    public static SignedNote sign(String text, SigningKey key) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("the text of a note ends with a line feed");
        }
        return new SignedNote(text, List.of(NoteSignature.of(key.verifier(), key.sign(text))));
    }

    /** @throws Malformed if it is none */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || end + 2 == note.length()) {
            throw new Malformed("no text with signatures below an empty line");
        }
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Malformed("control characters");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
            signatures.add(signature(line));
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    private static NoteSignature signature(String line) {
        String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
        if (parts.length != 2 || !VerifierKey.isName(parts[0])) {
            throw new Malformed("no signature: " + line);
        }
        try {
            if (Base64.getDecoder().decode(parts[1]).length > VerifierKey.ID_BYTES) {
                return new NoteSignature(parts[0], parts[1]);
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new Malformed("no signature: " + line);
    }

    /**
     * The first of these keys that has signed it. Signatures of other keys are ignored; one that claims to be of these keys
     * and is not makes the note worthless. A key comes back under the name of the branch that it has signed for.
     */
    public Optional<VerifierKey> verifiedBy(Collection<VerifierKey> keys) {
        Optional<VerifierKey> found = Optional.empty();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : keys) {
                Optional<VerifierKey> claimed = key.as(signature.name(), signature.id());
                if (claimed.isPresent()) {
                    if (!claimed.get().verifies(text, signature.signature())) {
                        return Optional.empty();
                    }
                    found = found.isPresent() ? found : claimed;
                }
            }
        }
        return found;
    }

    /** The whole note. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (NoteSignature signature : signatures) {
            note.append(DASH)
                    .append(signature.name())
                    .append(' ')
                    .append(signature.base64())
                    .append('\n');
        }
        return note.toString();
    }
}
