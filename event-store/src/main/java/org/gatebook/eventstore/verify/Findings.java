package org.gatebook.eventstore.verify;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.verify.VerificationReport.Finding;

/** Counts findings and keeps the first of them. */
final class Findings {

    private static final int KEPT = 100;

    private final List<Finding> first = new ArrayList<>();
    private long count;

    void add(StoredEvent event, String text) {
        add(event.position(), event.aggregateId(), text);
    }

    void add(long position, String stream, String text) {
        count++;
        if (first.size() < KEPT) {
            first.add(new Finding(position, stream, text));
        }
    }

    long count() {
        return count;
    }

    List<Finding> first() {
        return first;
    }
}
