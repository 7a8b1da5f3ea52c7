package org.gatebook.eventstore.registry;

import java.util.List;
import org.gatebook.api.event.DomainEvent;

/**
 * Declares events to the registry: a sealed interface of records, each with its logical name, and the upcasters of their
 * older revisions. Modules contribute beans of this type; the events of a declared aggregate need none unless they have
 * upcasters.
 */
public record EventFamily(Class<? extends DomainEvent> root, List<Upcaster> upcasters) {
    public EventFamily {
        upcasters = List.copyOf(upcasters);
    }

    /** Events without older revisions. */
    public static EventFamily of(Class<? extends DomainEvent> root) {
        return new EventFamily(root, List.of());
    }
}
