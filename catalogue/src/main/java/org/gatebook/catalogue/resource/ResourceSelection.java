package org.gatebook.catalogue.resource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.EventReach;

/**
 * Which resources of a kind: those of an owner, narrowed by filters.
 *
 * @param condition SQL over {@code ops.resource}, built from declarations only; values come as parameters
 * @param parameters by name
 */
public record ResourceSelection(String condition, Map<String, Object> parameters) {

    /** All of this owner. */
    public static ResourceSelection of(Owner owner) {
        // "IS NOT DISTINCT FROM" would read nicer and use no index.
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder condition = new StringBuilder("organizer = :organizer");
        parameters.put("organizer", owner.organizer().value());
        if (owner.event() == null) {
            condition.append(" AND event IS NULL");
        } else {
            condition.append(" AND event = :event");
            parameters.put("event", owner.event().value());
        }
        if (owner.parent() == null) {
            condition.append(" AND parent IS NULL");
        } else {
            condition.append(" AND parent = :parent");
            parameters.put("parent", owner.parent());
        }
        return new ResourceSelection(condition.toString(), parameters);
    }

    /** All of an event, whatever they are parts of. */
    public static ResourceSelection ofEvent(Owner owner) {
        return new ResourceSelection(
                "organizer = :organizer AND event = :event",
                Map.of(
                        "organizer",
                        owner.organizer().value(),
                        "event",
                        Objects.requireNonNull(owner.event()).value()));
    }

    /** All of the organizer itself, whatever they are parts of; not those of its events. */
    public static ResourceSelection ofOrganizer(OrganizerSlug organizer) {
        return new ResourceSelection(
                "organizer = :organizer AND event IS NULL", Map.of("organizer", organizer.value()));
    }

    /** All of the organizer and of its events: references lead anywhere within it before it is asked where to. */
    public static ResourceSelection within(OrganizerSlug organizer) {
        return new ResourceSelection("organizer = :organizer", Map.of("organizer", organizer.value()));
    }

    /** All of the organizer's events together. */
    public static ResourceSelection ofEvents(OrganizerSlug organizer) {
        return new ResourceSelection(
                "organizer = :organizer AND event IS NOT NULL", Map.of("organizer", organizer.value()));
    }

    /** All of the organizer's events that are within reach of whoever asks. */
    public static ResourceSelection ofEvents(OrganizerSlug organizer, Credential who) {
        ResourceSelection all = ofEvents(organizer);
        return who instanceof Credential.Member member && member.reach() instanceof EventReach.Only only
                ? all.and(
                        "event = ANY (:reach)",
                        Map.of(
                                "reach",
                                only.events().stream().map(EventSlug::value).toArray(String[]::new)))
                : all;
    }

    /** All of the installation. */
    public static ResourceSelection everywhere() {
        return new ResourceSelection("true", Map.of());
    }

    /** Those that also meet this condition. */
    public ResourceSelection and(String more, Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        all.putAll(values);
        return new ResourceSelection(condition + " AND " + more, all);
    }
}
