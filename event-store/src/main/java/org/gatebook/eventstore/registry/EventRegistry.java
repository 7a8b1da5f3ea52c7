package org.gatebook.eventstore.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.event.EventName;
import org.gatebook.api.personal.Erasing;

/** The logical names of all events, both ways. Refuses to exist when names are missing, doubled or not reachable. */
public final class EventRegistry {

    /**
     * How an event is named in the log.
     *
     * @param revision the present one
     */
    public record Registered(String name, int revision, Class<? extends DomainEvent> type) {}

    private record Step(String name, int revision) {}

    private final Map<Class<?>, Registered> byType = new HashMap<>();
    private final Map<String, Registered> byName = new TreeMap<>();
    private final Map<Step, Upcaster> upcasters = new HashMap<>();

    /** @throws IllegalArgumentException if an event has no name, two share one, or an upcaster leads nowhere */
    public EventRegistry(Collection<EventFamily> families) {
        families.forEach(family -> register(family.root()));
        families.stream().flatMap(family -> family.upcasters().stream()).forEach(this::register);
    }

    private void register(Class<?> type) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                register(permitted);
            }
            return;
        }
        EventName name = type.getAnnotation(EventName.class);
        if (!type.isRecord() || name == null) {
            throw new IllegalArgumentException(type.getName() + " is no record with an @EventName");
        }
        Registered registered = new Registered(name.value(), name.revision(), type.asSubclass(DomainEvent.class));
        Registered other = byName.putIfAbsent(name.value(), registered);
        if (other != null && !other.equals(registered)) {
            throw new IllegalArgumentException(
                    type.getName() + " and " + other.type().getName() + " share the name " + name.value());
        }
        byType.put(type, registered);
    }

    private void register(Upcaster upcaster) {
        Registered target = byName.get(upcaster.name());
        if (target == null || upcaster.from() < 1 || upcaster.from() >= target.revision()) {
            throw new IllegalArgumentException(
                    "no event waits for the upcaster of " + upcaster.name() + " revision " + upcaster.from());
        }
        if (upcasters.put(new Step(upcaster.name(), upcaster.from()), upcaster) != null) {
            throw new IllegalArgumentException("two upcasters of " + upcaster.name() + " revision " + upcaster.from());
        }
    }

    /** @throws IllegalArgumentException if the event was never registered */
    public Registered of(Class<? extends DomainEvent> type) {
        Registered registered = byType.get(type);
        if (registered == null) {
            throw new IllegalArgumentException(type.getName() + " is in no registered event family");
        }
        return registered;
    }

    /** What a name means, if this version knows it. */
    public Optional<Registered> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All events, by name. */
    public Collection<Registered> all() {
        return byName.values();
    }

    boolean erases(String name) {
        Registered registered = byName.get(name);
        return registered != null && Erasing.class.isAssignableFrom(registered.type());
    }

    /** Whether this version can read this name and revision. */
    public boolean knows(String name, int revision) {
        Registered registered = byName.get(name);
        if (registered == null || revision < 1 || revision > registered.revision()) {
            return false;
        }
        for (int step = revision; step < registered.revision(); step++) {
            if (!upcasters.containsKey(new Step(name, step))) {
                return false;
            }
        }
        return true;
    }

    /** @throws UnknownEvent if this version cannot read it */
    Registered readable(String name, int revision) {
        Registered registered = byName.get(name);
        if (registered == null) {
            throw new UnknownEvent("the log holds an event named " + name + ", which this version does not know");
        }
        if (!knows(name, revision)) {
            throw new UnknownEvent("the log holds " + name + " in revision " + revision
                    + ", this version reads up to revision " + registered.revision()
                    + " and lacks the way from there");
        }
        return registered;
    }

    Upcaster upcaster(String name, int from) {
        Upcaster upcaster = upcasters.get(new Step(name, from));
        if (upcaster == null) {
            throw new UnknownEvent("no upcaster of " + name + " revision " + from);
        }
        return upcaster;
    }
}
