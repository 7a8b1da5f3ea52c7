package org.gatebook.eventstore.evidence;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What checking the log against its evidence came to; differences are named apart.
 *
 * @param keys that were trusted
 * @param checkpoints how many there are
 * @param confirmed how many of them have the root of the log
 * @param size how many events the newest one covers
 * @param compared how many events were compared with their recorded leaf
 * @param uncovered how many events are behind the newest one
 * @param inclusion the proof of one event; null if there is none
 * @param consistency the proof that the newest checkpoint continues the one before; null if there is none
 * @param restores what the log tells of restores, a line each
 */
public record EvidenceReport(
        List<String> keys,
        long checkpoints,
        long confirmed,
        long size,
        long compared,
        long uncovered,
        @Nullable String inclusion,
        @Nullable String consistency,
        List<String> restores) {

    public EvidenceReport {
        keys = List.copyOf(keys);
        restores = List.copyOf(restores);
    }

    /** As an auditor reads it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        keys.forEach(key -> text.append("trusted key ").append(key).append('\n'));
        text.append(String.format(
                Locale.ROOT,
                "%,d of %,d checkpoints have the root of the log, the newest covers %,d events;%n"
                        + "  %,d events were compared with what was recorded of them, %,d are newer%n",
                confirmed,
                checkpoints,
                size,
                compared,
                uncovered));
        if (inclusion != null) {
            text.append("inclusion: ").append(inclusion).append('\n');
        }
        if (consistency != null) {
            text.append("consistency: ").append(consistency).append('\n');
        }
        restores.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
