package org.gatebook.eventstore.evidence;

import org.gatebook.eventstore.EventReader.StoredEvent;

/**
 * The keys of an event as they are kept beside its leaf: a hash alone could not say which event it was that is gone. They
 * are a hint and no proof; a check compares them with every row that is there. Nothing of them is personal.
 *
 * @param position in the log
 * @param sequence in its stream
 * @param eventId a UUID
 * @param stream the aggregate's id
 */
record RecordedKeys(long position, long sequence, String eventId, String stream) {

    private static final int PARTS = 4;

    static RecordedKeys of(StoredEvent event) {
        return new RecordedKeys(event.position(), event.sequence(), event.eventId(), event.aggregateId());
    }

    /** @throws IllegalArgumentException if that is no such line */
    static RecordedKeys parse(String line) {
        String[] parts = line.split(" ", PARTS);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("no keys of an event: " + line);
        }
        return new RecordedKeys(
                Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2], parts[3].translateEscapes());
    }

    /** The stream comes last, because it may hold anything. */
    String line() {
        return position + " " + sequence + " " + eventId + " "
                + stream.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r") + "\n";
    }
}
