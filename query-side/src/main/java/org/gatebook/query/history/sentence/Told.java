package org.gatebook.query.history.sentence;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.gatebook.api.event.EventName;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event as a story tells it.
 *
 * @param position its place in the one order of all events
 * @param name logical name
 * @param aggregate its stream, for example {@code order:100123}
 * @param channel the way it came
 * @param requestId the request that it came with
 * @param sentence what happened, and by whom
 * @param because position of the event that led to it; null where the story begins
 */
@JsonPropertyOrder({
    "position",
    "recorded_at",
    "name",
    "aggregate",
    "actor",
    "channel",
    "request_id",
    "sentence",
    "because"
})
public record Told(
        long position,
        @JsonProperty("recorded_at") Instant recordedAt,
        String name,
        String aggregate,
        Actor actor,
        String channel,
        @JsonProperty("request_id") String requestId,
        String sentence,
        @Nullable Long because) {

    /** The event, with what led to it if anything did. */
    public static Told of(RecordedEvent event, Facts facts, @Nullable RecordedEvent cause) {
        return new Told(
                event.position(),
                event.recordedAt(),
                name(event),
                event.aggregateId(),
                Actor.of(event.metadata()),
                event.metadata().channel(),
                event.metadata().requestId(),
                Sentences.of(event, facts),
                cause == null ? null : cause.position());
    }

    private static String name(RecordedEvent event) {
        return event.payload().getClass().getAnnotation(EventName.class).value();
    }
}
