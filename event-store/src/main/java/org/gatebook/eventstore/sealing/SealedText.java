package org.gatebook.eventstore.sealing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gatebook.api.personal.SubjectId;
import org.jspecify.annotations.Nullable;

/** Sealed text outside payloads: client addresses in metadata, secrets in supporting data. */
public final class SealedText {

    private static final String MARK = "\"subject\":\"";
    private static final String SEALED = ",\"sealed\":\"";

    private final SubjectKeys keys;

    public SealedText(SubjectKeys keys) {
        this.keys = keys;
    }

    /** Base64 of the sealed text; null when the subject was erased. */
    public @Nullable String seal(SubjectId subject, String plain) {
        return keys.obtain(subject)
                .map(key -> Base64.getEncoder().encodeToString(key.seal(plain.getBytes(StandardCharsets.UTF_8))))
                .orElse(null);
    }

    /** The text again; empty when the subject was erased. */
    public Optional<String> open(SubjectId subject, String sealed) {
        return keys.existing(subject)
                .map(key -> new String(key.open(Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8));
    }

    /** Whether a value in this stored JSON was erased before it could be sealed. */
    public static boolean lacksValues(String storedJson) {
        int at = storedJson.indexOf(MARK);
        while (at >= 0) {
            int end = storedJson.indexOf('"', at + MARK.length()) + 1;
            if (!storedJson.startsWith(SEALED, end)) {
                return true;
            }
            at = storedJson.indexOf(MARK, end);
        }
        return false;
    }

    /**
     * The subjects whose values are in this stored JSON. Quotes inside JSON strings are escaped, so the mark is never part
     * of a value.
     */
    public static List<SubjectId> subjects(String storedJson) {
        List<SubjectId> found = new ArrayList<>();
        int at = storedJson.indexOf(MARK);
        while (at >= 0) {
            int start = at + MARK.length();
            int end = storedJson.indexOf('"', start);
            String id = storedJson.substring(start, end);
            int colon = id.indexOf(':');
            if (colon > 0 && colon < id.length() - 1) {
                found.add(new SubjectId(id));
            }
            at = storedJson.indexOf(MARK, end);
        }
        return found;
    }
}
