package org.gatebook.query.audit.pack;

import java.util.ArrayDeque;
import java.util.Deque;
import org.gatebook.api.installation.InstallationEvent;
import org.gatebook.api.installation.InstallationRestored;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.audit.ledger.NumberRanges;
import org.gatebook.query.audit.ledger.NumberRanges.Noticed;

/**
 * What restores have left out of the number ranges of an organizer, told in the order of the log. The events themselves
 * stay out of packages: they belong to no organizer, and name the ranges of all.
 */
final class LeftOut {

    private final String organizer;
    private final NumberRanges ranges;
    private final Deque<RecordedEvent> restores = new ArrayDeque<>();

    /** @param upTo position of the last event that counts */
    LeftOut(EventReader events, String organizer, long upTo, NumberRanges ranges) {
        this.organizer = organizer;
        this.ranges = ranges;
        for (RecordedEvent event : events.ofAggregate(InstallationEvent.STREAM, -1)) {
            if (event.position() <= upTo) {
                restores.add(event);
            }
        }
    }

    /** Tells those that were before a position and were not told yet. */
    void before(long position) {
        while (!restores.isEmpty() && restores.getFirst().position() < position) {
            tell(restores.removeFirst());
        }
    }

    /** Tells those that were not told yet. */
    void rest() {
        restores.forEach(this::tell);
        restores.clear();
    }

    private void tell(RecordedEvent event) {
        if (event.payload() instanceof InstallationRestored restored) {
            Noticed by = new Noticed(event.position(), event.recordedAt());
            restored.numbers().stream()
                    .filter(numbers -> numbers.organizer().value().equals(organizer))
                    .forEach(numbers -> ranges.leaveOut(numbers, by));
        }
    }
}
