package org.gatebook.eventstore.registry;

import java.util.Set;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.personal.Erasing;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.AuditMetadata;
import org.gatebook.eventstore.registry.EventRegistry.Registered;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes events as the log keeps them and reads them again, older revisions included. */
public final class EventCodec {

    private final EventRegistry registry;
    private final JsonMapper json;
    private final UnknownEventAlarm alarm;

    /** @param json as {@link EventJson} builds it */
    public EventCodec(EventRegistry registry, JsonMapper json, UnknownEventAlarm alarm) {
        this.registry = registry;
        this.json = json;
        this.alarm = alarm;
    }

    /** The names it goes by. */
    public EventRegistry registry() {
        return registry;
    }

    /** The payload as JSON text; sealed values are sealed on the way. */
    public String write(DomainEvent event) {
        return json.writeValueAsString(event);
    }

    /** The event of a stored payload. @throws UnknownEvent if name or revision is unknown */
    public DomainEvent read(String name, int revision, String payload) {
        Registered registered = readable(name, revision);
        if (revision == registered.revision()) {
            return json.readValue(payload, registered.type());
        }
        ObjectNode node = json.readValue(payload, ObjectNode.class);
        for (int step = revision; step < registered.revision(); step++) {
            node = registry.upcaster(name, step).upcast(node);
        }
        return json.treeToValue(node, registered.type());
    }

    /** The subjects whose values cannot be read since this event; none if it is another one, or unknown. */
    public Set<SubjectId> erasedBy(String name, int revision, String payload) {
        return registry.erases(name) && read(name, revision, payload) instanceof Erasing erasing
                ? erasing.erased()
                : Set.of();
    }

    private Registered readable(String name, int revision) {
        try {
            return registry.readable(name, revision);
        } catch (UnknownEvent unknown) {
            alarm.raise(unknown);
            throw unknown;
        }
    }

    /** Metadata as JSON text. */
    public String write(AuditMetadata metadata) {
        return json.writeValueAsString(metadata);
    }

    /** Metadata of its JSON text. */
    public AuditMetadata readMetadata(String metadata) {
        return json.readValue(metadata, AuditMetadata.class);
    }

    /** A state as a snapshot keeps it. */
    public String writeState(Object state) {
        return json.writeValueAsString(state);
    }

    /** The state of a snapshot. */
    public <S> S readState(String state, Class<S> type) {
        return json.readValue(state, type);
    }
}
