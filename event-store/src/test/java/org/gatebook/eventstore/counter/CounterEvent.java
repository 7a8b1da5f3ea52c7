package org.gatebook.eventstore.counter;

import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.event.EventName;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;

/** What happened to a counter, the aggregate of these tests. */
public sealed interface CounterEvent extends DomainEvent {

    @EventName("counter.opened")
    record CounterOpened(OrganizerSlug organizer, Personal<String> owner) implements CounterEvent {
        public static CounterOpened of(String id) {
            return new CounterOpened(new OrganizerSlug("acme"), Personal.of(new SubjectId(id), "Jane"));
        }
    }

    @EventName("counter.raised")
    record CounterRaised(long by) implements CounterEvent {}
}
