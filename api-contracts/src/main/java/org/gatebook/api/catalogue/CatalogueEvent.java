package org.gatebook.api.catalogue;

import org.gatebook.api.event.DomainEvent;

/**
 * What happens to supporting data (teams, devices, customers, settings, products ...). All kinds share these events: the
 * resource's kind is part of the stream's name and of the payload, and the payload is the resource afterwards. So a
 * replay or an as-of question needs one event, and the check of stored documents compares with the newest one.
 */
public sealed interface CatalogueEvent extends DomainEvent permits ResourceChanged, ResourceDeleted {

    /** The kind of resource, for example {@code team}; together with the id it names the stream. */
    String kind();

    /** The number that names the resource among those of its kind. */
    long id();

    /** The stream of a resource. */
    static String stream(String kind, long id) {
        return kind + ":" + id;
    }
}
