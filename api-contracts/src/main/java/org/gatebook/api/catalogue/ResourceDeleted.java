package org.gatebook.api.catalogue;

import org.gatebook.api.event.EventName;
import org.jspecify.annotations.Nullable;

/**
 * A resource was deleted. What it was is in the event before; its number is never used again.
 *
 * @param event slug of the event that it belonged to; null for resources of the organizer
 */
@EventName("catalogue.resource_deleted")
public record ResourceDeleted(
        String kind, long id, @Nullable String event) implements CatalogueEvent {}
