package org.gatebook.api.catalogue;

import org.gatebook.api.OrganizerSlug;

/**
 * A customer account, named.
 *
 * @param id its number; the subject of its personal values is {@code customer:ID}
 * @param identifier its name in the API, unique within the organizer
 */
public record CustomerReference(OrganizerSlug organizer, long id, String identifier) {}
