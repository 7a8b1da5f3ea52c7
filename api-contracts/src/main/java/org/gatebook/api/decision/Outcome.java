package org.gatebook.api.decision;

import java.util.List;
import org.gatebook.api.event.DomainEvent;

/**
 * What a decider says to a command: the events to store and the result, or a refusal. A refusal may keep events (a
 * refused scan is a fact too).
 *
 * @param <E> the aggregate's events
 * @param <R> what the caller learns on success
 */
public sealed interface Outcome<E extends DomainEvent, R> permits Outcome.Accepted, Outcome.Refused {

    /** Done: these events happened, in this order. */
    record Accepted<E extends DomainEvent, R>(List<E> events, R result) implements Outcome<E, R> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Not done, for this reason; the kept events are stored all the same. */
    record Refused<E extends DomainEvent, R>(Refusal refusal, List<E> eventsKept) implements Outcome<E, R> {
        public Refused {
            eventsKept = List.copyOf(eventsKept);
        }
    }

    /** What happened, done or not. */
    default List<E> happened() {
        return switch (this) {
            case Accepted<E, R> accepted -> accepted.events();
            case Refused<E, R> refused -> refused.eventsKept();
        };
    }

    /** Done, with these events. */
    static <E extends DomainEvent, R> Outcome<E, R> accepted(R result, List<? extends E> events) {
        return new Accepted<>(List.copyOf(events), result);
    }

    /** Refused, nothing kept. */
    static <E extends DomainEvent, R> Outcome<E, R> refused(Refusal refusal) {
        return new Refused<>(refusal, List.of());
    }

    /** Refused, but these facts are stored. */
    static <E extends DomainEvent, R> Outcome<E, R> refusedKeeping(Refusal refusal, List<? extends E> eventsKept) {
        return new Refused<>(refusal, List.copyOf(eventsKept));
    }
}
