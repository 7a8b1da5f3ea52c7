package org.gatebook.catalogue.test;

import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.event.SampleEvents;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.UsageCounters;
import org.gatebook.eventstore.UsageCounters.Counter;
import org.gatebook.eventstore.test.TestStore;

/**
 * An event that sells tickets, for tests of what is sold with.
 *
 * @param ticket a product, of which two may be sold
 * @param workshop a product with variations, in no quota
 */
public record SampleSale(
        CatalogueNode node, String event, Object ticket, Object workshop, Object morning, Object quota) {

    /** The organizer. */
    public static final String ORGANIZER = "bigevents";

    /** Sets it up on a fresh node. */
    public static SampleSale on(CatalogueNode node, String event) {
        node.get(Provisioning.class).apply(Files.text("/two-organizers.json"));
        SampleEvents.conference(node, ORGANIZER, event);
        ResourceClient items = node.client(ORGANIZER, event, "items");
        Object ticket = items.create("{\"name\": {\"en\": \"Ticket\"}, \"default_price\": \"23.00\"}")
                .get("id");
        var workshop = items.create("""
            {"name": {"en": "Workshop"}, "default_price": "12.00",
             "variations": [{"value": {"en": "Morning"}, "default_price": null, "active": true}]}
            """);
        Object morning = ((java.util.Map<?, ?>) ((java.util.List<?>) workshop.get("variations")).getFirst()).get("id");
        Object quota = node.client(ORGANIZER, event, "quotas")
                .create("{\"name\": \"Tickets\", \"size\": 2, \"items\": [%s], \"variations\": []}".formatted(ticket))
                .get("id");
        return new SampleSale(node, event, ticket, workshop.get("id"), morning, quota);
    }

    /** A client of a resource of the event. */
    public ResourceClient client(String resources) {
        return node.client(ORGANIZER, event, resources);
    }

    /** What an order would count. */
    public void count(Counter counter, long by) {
        Opening opening = new Opening(new OrganizerSlug(ORGANIZER), new EventSlug(event), null);
        node.get(TransactionalUnit.class).write(opening, TestStore.audit(ORGANIZER), entered -> {
            node.get(UsageCounters.class).change(counter, by);
            return Ending.done(() -> entered);
        });
    }
}
