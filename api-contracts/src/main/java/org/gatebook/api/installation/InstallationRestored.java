package org.gatebook.api.installation;

import java.time.Instant;
import java.util.List;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.event.EventName;
import org.jspecify.annotations.Nullable;

/**
 * The installation was restored from a backup, and goes on from there. What was acknowledged after the backup is lost; this
 * event says what is known of it, and which numbers are left out so that none is given twice (ADR 0044).
 *
 * @param history the name of the history that begins here, a UUID
 * @param from the backup
 * @param by who restored it, in that person's own words
 * @param positions of the log that are left out
 * @param clientIds that are left out of the ids that clients see
 * @param numbers that are left out of sequences that have no gaps otherwise
 * @param evidence what signed checkpoints say of the events that are lost; null if none were at hand
 */
@EventName("installation.restored")
public record InstallationRestored(
        String history,
        RestoredBackup from,
        String by,
        Range positions,
        Range clientIds,
        List<LeftOutNumbers> numbers,
        @Nullable LostHistory evidence)
        implements InstallationEvent {

    public InstallationRestored {
        numbers = List.copyOf(numbers);
    }

    /**
     * The backup that was restored.
     *
     * @param id a UUID
     * @param takenAt the moment whose state it holds: what was acknowledged before is in it
     * @param softwareVersion of the server that wrote it
     * @param events how many it holds
     * @param position of its last event; 0 if it holds none
     * @param root of the tree over its events, in Base64
     */
    public record RestoredBackup(
            String id, Instant takenAt, String softwareVersion, long events, long position, String root) {}

    /** Numbers from the first to the last, both included. */
    public record Range(long first, long last) {}

    /**
     * Numbers of documents that may have been given to some that are lost.
     *
     * @param prefix before the number, which names the sequence within the organizer
     */
    public record LeftOutNumbers(OrganizerSlug organizer, String prefix, long first, long last) {}

    /**
     * That the restored log is the beginning of the one that was signed. Everybody can check it who has the public key.
     *
     * @param branch counted from 1: the branch of the evidence that begins here
     * @param checkpoint the newest checkpoint of the branch before, a signed note
     * @param events how many of its events are lost
     * @param positions of the first and the last of them
     * @param path the hashes by which the tree of the backup is proved to be the beginning of the checkpoint's, in Base64
     * @param statement that this restore is meant, signed by the log's key: without it, whoever cuts a log short could
     *     make this event
     */
    public record LostHistory(
            int branch, String checkpoint, long events, Range positions, List<String> path, String statement) {

        public LostHistory {
            path = List.copyOf(path);
        }
    }
}
