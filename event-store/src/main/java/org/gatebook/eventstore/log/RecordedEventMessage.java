package org.gatebook.eventstore.log;

import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.eventstore.RecordedEvent;

/** A recorded event as Axon's streaming processors see it; its token is the plain position. */
public final class RecordedEventMessage extends GenericTrackedDomainEventMessage<DomainEvent> {
    private static final long serialVersionUID = 1L;

    private final transient RecordedEvent recorded;

    /** A message of this event, without Axon metadata: {@link #recorded()} has the audit metadata. */
    public RecordedEventMessage(RecordedEvent recorded) {
        this(recorded, new GlobalSequenceTrackingToken(recorded.position()), Map.of());
    }

    private RecordedEventMessage(RecordedEvent recorded, TrackingToken token, Map<String, ?> metadata) {
        super(
                token,
                new GenericDomainEventMessage<>(
                        recorded.aggregateType(),
                        recorded.aggregateId(),
                        recorded.sequence(),
                        recorded.payload(),
                        metadata,
                        recorded.eventId(),
                        recorded.recordedAt()));
        this.recorded = recorded;
    }

    /** The event as it stands in the log. */
    public RecordedEvent recorded() {
        return recorded;
    }

    @Override
    public RecordedEventMessage withMetaData(Map<String, ?> metadata) {
        return new RecordedEventMessage(recorded, trackingToken(), metadata);
    }

    @Override
    public RecordedEventMessage andMetaData(Map<String, ?> metadata) {
        return new RecordedEventMessage(recorded, trackingToken(), getMetaData().mergedWith(metadata));
    }

    /** Processors put their own token on each message; what was recorded must not get lost on that way. */
    @Override
    public RecordedEventMessage withTrackingToken(TrackingToken token) {
        return new RecordedEventMessage(recorded, token, getMetaData());
    }
}
