package org.gatebook.catalogue.test;

import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.eventstore.ClientIds;

/**
 * An event of the organizer {@code bigevents} to put resources into.
 *
 * @param slug of the event
 */
public record TestEvent(CatalogueNode node, String slug) {

    /** A client of a resource of this event. */
    public ResourceClient client(Class<? extends CrudEndpoint> endpoint) {
        return ResourceClient.of(node, node.get(endpoint), "bigevents", slug);
    }

    /** A client of the parts of a resource of this event. */
    public ResourceClient parts(Class<? extends CrudEndpoint> endpoint, String whole, Object id) {
        return new ResourceClient(
                node, node.get(endpoint), Map.of("organizer", "bigevents", "event", slug, whole, id.toString()));
    }

    /** A resource that other ones refer to, of a kind that is not the matter of the test. */
    public int resource(String kind, Map<String, Object> fields) {
        ResourceType.Declaration type = ResourceType.declare(kind, KeptBy.EVENT);
        fields.keySet().forEach(type::plain);
        return Math.toIntExact(node.write(
                "bigevents",
                entered -> node.get(Catalogue.class)
                        .create(
                                type.build(),
                                node.get(ClientIds.class).next(),
                                Owner.of(new OrganizerSlug("bigevents"), new EventSlug(slug)),
                                kind.equals("event") ? slug : null,
                                fields)
                        .id()));
    }
}
