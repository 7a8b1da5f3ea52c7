package org.gatebook.eventstore.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.evidence.RecordedLeaves.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * Events that are not what was recorded. They are named at the end, because only then it is known whether an event that
 * is gone from one place has turned up at another.
 */
final class Differences {

    /** More are counted and not named. */
    private static final int NAMED = 1_000;

    /** @param index of the leaf, in the recorded tree if it is recorded */
    private record Difference(
            long index, @Nullable Leaf recorded, @Nullable RecordedKeys found) {}

    private final List<Difference> named = new ArrayList<>();
    private long count;
    private long confirmed;

    /** The log has an event at a position, and it is another one than the recorded. */
    void changed(Leaf recorded, StoredEvent found) {
        add(new Difference(recorded.index(), recorded, RecordedKeys.of(found)));
    }

    void removed(Leaf recorded) {
        add(new Difference(recorded.index(), recorded, null));
    }

    void inserted(long index, StoredEvent found) {
        add(new Difference(index, null, RecordedKeys.of(found)));
    }

    private void add(Difference difference) {
        count++;
        if (named.size() < NAMED) {
            named.add(difference);
        }
    }

    /** A checkpoint of this size has the root of the log: what differs below was changed in the record. */
    void logIsRightBelow(long size) {
        confirmed = Math.max(confirmed, size);
    }

    long count() {
        return count;
    }

    void tell(FindingSink sink) {
        Map<String, Long> recordedAt = new HashMap<>();
        Map<String, Long> foundAt = new HashMap<>();
        for (Difference difference : named) {
            Leaf recorded = difference.recorded();
            RecordedKeys found = difference.found();
            if (recorded != null) {
                recordedAt.put(recorded.keys().eventId(), recorded.keys().position());
            }
            if (found != null) {
                foundAt.put(found.eventId(), found.position());
            }
        }
        for (Difference difference : named) {
            tell(difference, recordedAt, foundAt, sink);
        }
        if (count > named.size()) {
            sink.add(0, "log", (count - named.size()) + " more events differ from what was recorded");
        }
    }

    private void tell(
            Difference difference, Map<String, Long> recordedAt, Map<String, Long> foundAt, FindingSink sink) {
        Leaf recorded = difference.recorded();
        RecordedKeys found = difference.found();
        RecordedKeys named =
                found != null ? found : Objects.requireNonNull(recorded).keys();
        String text;
        if (difference.index() < confirmed) {
            text = "the recorded hash or keys of leaf " + difference.index()
                    + " were changed: a checkpoint confirms the log as it is";
        } else if (recorded == null) {
            text = inserted(named, recordedAt.get(named.eventId()));
        } else if (found == null) {
            text = removed(recorded, foundAt.get(named.eventId()));
        } else {
            text = changed(recorded, found, recordedAt.get(found.eventId()));
        }
        sink.add(named.position(), named.stream(), text);
    }

    private static String inserted(RecordedKeys found, @Nullable Long before) {
        return before == null
                ? "INSERTED: event " + found.sequence() + " of its stream, " + found.eventId()
                        + ", is not among the recorded ones, which reach behind this position"
                : "REORDERED: this event was recorded at position " + before;
    }

    private static String removed(Leaf recorded, @Nullable Long now) {
        RecordedKeys keys = recorded.keys();
        return now == null
                ? "REMOVED: event " + keys.sequence() + " of its stream, " + keys.eventId() + ", recorded as leaf "
                        + recorded.index()
                : "REORDERED: the event that was recorded here is at position " + now;
    }

    private static String changed(Leaf recorded, RecordedKeys found, @Nullable Long before) {
        RecordedKeys keys = recorded.keys();
        String stood = "here was recorded event " + keys.sequence() + " of " + keys.stream() + ", " + keys.eventId();
        if (found.equals(keys)) {
            return "CHANGED: event " + keys.sequence() + " of its stream is not as it was recorded as leaf "
                    + recorded.index() + "; its keys are, so its payload, metadata, time, name, revision, kind or"
                    + " organizer was changed";
        }
        return before == null || found.eventId().equals(keys.eventId())
                ? "CHANGED: " + stood
                : "REORDERED: this event was recorded at position " + before + "; " + stood;
    }
}
