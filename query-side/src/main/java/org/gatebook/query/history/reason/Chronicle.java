package org.gatebook.query.history.reason;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.history.sentence.Facts;

/** The events of one story, whatever streams they are of, by position. */
final class Chronicle {

    private final List<RecordedEvent> newestFirst;
    private final Facts facts;

    private Chronicle(Collection<RecordedEvent> byPosition) {
        this.newestFirst = byPosition.stream()
                .sorted(Comparator.comparingLong(RecordedEvent::position).reversed())
                .toList();
        this.facts = Facts.of(newestFirst);
    }

    /** These events; one that comes with several of the streams counts once. */
    @SafeVarargs
    static Chronicle of(Collection<RecordedEvent>... streams) {
        Map<Long, RecordedEvent> byPosition = new TreeMap<>();
        for (Collection<RecordedEvent> stream : streams) {
            stream.forEach(event -> byPosition.put(event.position(), event));
        }
        return new Chronicle(byPosition.values());
    }

    /** What they say of each other. */
    Facts facts() {
        return facts;
    }

    /** The newest first. */
    Stream<RecordedEvent> events() {
        return newestFirst.stream();
    }

    /** Those of a stream, the newest first. */
    Stream<RecordedEvent> of(String stream) {
        return events().filter(event -> event.aggregateId().equals(stream));
    }

    /** What happened before an event, the newest first. */
    Stream<RecordedEvent> before(RecordedEvent event) {
        return events().filter(other -> other.position() < event.position());
    }

    /** The newest event of a kind that happened before. */
    <E extends DomainEvent> Optional<RecordedEvent> before(RecordedEvent event, Class<E> kind, Predicate<E> condition) {
        return before(event).filter(is(kind, condition)).findFirst();
    }

    /** The newest event of a kind, whenever it happened. */
    <E extends DomainEvent> Optional<RecordedEvent> newest(Class<E> kind, Predicate<E> condition) {
        return events().filter(is(kind, condition)).findFirst();
    }

    /** What the command that caused an event did to the same stream before it, the newest first. */
    Stream<RecordedEvent> inSameCommand(RecordedEvent event) {
        return before(event)
                .filter(other -> other.aggregateId().equals(event.aggregateId()))
                .filter(other ->
                        other.metadata().causationId().equals(event.metadata().causationId()));
    }

    /**
     * What the client's action that caused an event did to other streams. Not only before it: the commands of a unit are
     * stored stream by stream.
     */
    Stream<RecordedEvent> inSameAction(RecordedEvent event) {
        return events().filter(other -> !other.aggregateId().equals(event.aggregateId()))
                .filter(other -> other.metadata()
                                .correlationId()
                                .equals(event.metadata().correlationId())
                        && other.metadata().requestId().equals(event.metadata().requestId()));
    }

    /** A condition on events of a kind. */
    static <E extends DomainEvent> Predicate<RecordedEvent> is(Class<E> kind, Predicate<E> condition) {
        return event -> kind.isInstance(event.payload()) && condition.test(kind.cast(event.payload()));
    }
}
