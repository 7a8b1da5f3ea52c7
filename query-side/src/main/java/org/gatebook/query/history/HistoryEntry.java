package org.gatebook.query.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.gatebook.query.history.sentence.Actor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as auditors read it.
 *
 * @param position its place in the one order of all events
 * @param id of the event, a UUID
 * @param name logical name
 * @param revision of the payload's form, which is shown as it was stored
 * @param sequence its place in its stream, from 0
 * @param event slug of the organizer's event that it belongs to, if any
 * @param channel the way it came
 * @param causation id of the message that caused it
 * @param correlation what ties together everything that one client action set off
 * @param clientAddress opened, or {@code erased}
 * @param sentence what happened and by whom; null where this version does not know the event
 * @param payload personal values opened or {@code erased}, bearer values masked
 */
@JsonPropertyOrder({
    "position",
    "recorded_at",
    "id",
    "name",
    "revision",
    "aggregate",
    "sequence",
    "organizer",
    "event",
    "actor",
    "channel",
    "request_id",
    "causation",
    "correlation",
    "client_address",
    "software_version",
    "sentence",
    "payload"
})
record HistoryEntry(
        long position,
        @JsonProperty("recorded_at") Instant recordedAt,
        String id,
        String name,
        int revision,
        Stream aggregate,
        long sequence,
        String organizer,
        @Nullable String event,
        Actor actor,
        String channel,
        @JsonProperty("request_id") String requestId,
        String causation,
        String correlation,
        @JsonProperty("client_address") String clientAddress,
        @JsonProperty("software_version") String softwareVersion,
        @Nullable String sentence,
        JsonNode payload) {

    /**
     * Which stream.
     *
     * @param type its kind, for example {@code giftcard}
     * @param id kind and number
     */
    @JsonPropertyOrder({"type", "id"})
    record Stream(String type, String id) {}
}
