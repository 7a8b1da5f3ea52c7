package org.gatebook.catalogue.resource;

import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.jspecify.annotations.Nullable;

/**
 * What a resource belongs to.
 *
 * @param event null for resources of the organizer
 * @param parent the resource that it is a part of, for example a token's team; null if it stands for itself
 */
public record Owner(
        OrganizerSlug organizer,
        @Nullable EventSlug event,
        @Nullable Long parent) {

    /** A resource of the organizer. */
    public static Owner of(OrganizerSlug organizer) {
        return new Owner(organizer, null, null);
    }

    /** A resource of one event. */
    public static Owner of(OrganizerSlug organizer, EventSlug event) {
        return new Owner(organizer, event, null);
    }

    /** What a part's whole belongs to. */
    public Owner whole() {
        return new Owner(organizer, event, null);
    }

    /** A part of another resource of the same organizer or event. */
    public static Owner partOf(Document whole) {
        return new Owner(whole.owner().organizer(), whole.owner().event(), whole.id());
    }
}
