package org.gatebook.query.test;

import java.util.UUID;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.EventAppender;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.test.TestStore;
import org.jspecify.annotations.Nullable;

/** Stores facts without the write side, which the query side must not know. Each call is a unit of its own. */
public final class Happenings {

    private final TestStore store;

    public Happenings(TestStore store) {
        this.store = store;
    }

    /** Facts of one stream, from this sequence on, by a cashier of this organizer. */
    public void in(String organizer, String stream, long firstSequence, DomainEvent... facts) {
        within(organizer, null, "cashier", stream, firstSequence, facts);
    }

    /** The same by another actor and within an event. */
    public void within(
            String organizer,
            @Nullable String event,
            String actor,
            String stream,
            long firstSequence,
            DomainEvent... facts) {
        String request = UUID.randomUUID().toString();
        AuditContext audit = new AuditContext(
                new AuditContext.Actor("team_token", actor, "The " + actor),
                new OrganizerSlug(organizer),
                event == null ? null : new EventSlug(event),
                "rest",
                request,
                "shift-7",
                "203.0.113.9");
        store.get(TransactionalUnit.class).write(Opening.of(new OrganizerSlug(organizer)), audit, entered -> {
            EventAppender events = store.get(EventAppender.class);
            for (int i = 0; i < facts.length; i++) {
                events.append(stream.substring(0, stream.indexOf(':')), stream, firstSequence + i, facts[i]);
            }
            return Ending.done(() -> request);
        });
    }
}
