package org.gatebook.query.audit.pack;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.gatebook.eventstore.EventReader.StoredEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events as lines of JSON, from which the hash of each can be computed: payload and metadata are the stored texts, as
 * strings, because JSON that is parsed and written again is another text.
 */
public final class EventLines {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The database keeps microseconds; all of them are written. */
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private EventLines() {}

    static String line(long leaf, StoredEvent event) {
        ObjectNode line = JSON.createObjectNode();
        line.put("leaf", leaf);
        line.put("position", event.position());
        line.put("recorded_at", MICROS.format(event.recordedAt()));
        line.put("event_id", event.eventId());
        line.put("aggregate_type", event.aggregateType());
        line.put("aggregate_id", event.aggregateId());
        line.put("sequence", event.sequence());
        line.put("name", event.name());
        line.put("revision", event.revision());
        line.put("organizer", event.organizer());
        line.put("payload", event.payload());
        line.put("metadata", event.metadata());
        return JSON.writeValueAsString(line) + "\n";
    }

    /**
     * An event and the index of its leaf.
     *
     * @param leaf as the line has it
     */
    public record Line(long leaf, StoredEvent event) {}

    /** @throws RuntimeException if that is no such line */
    public static Line parse(String text) {
        JsonNode line = JSON.readTree(text);
        return new Line(
                line.required("leaf").asLong(),
                new StoredEvent(
                        line.required("position").asLong(),
                        Instant.parse(line.required("recorded_at").asString()),
                        line.required("event_id").asString(),
                        line.required("aggregate_type").asString(),
                        line.required("aggregate_id").asString(),
                        line.required("sequence").asLong(),
                        line.required("name").asString(),
                        line.required("revision").asInt(),
                        line.required("organizer").asString(),
                        line.required("payload").asString(),
                        line.required("metadata").asString()));
    }
}
