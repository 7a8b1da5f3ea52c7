package org.gatebook.catalogue.event;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.item.ItemResource;
import org.gatebook.catalogue.quota.QuotaResource;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.test.Asked;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.ResourceClient;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.EventReach;
import org.gatebook.web.auth.Permission;

/** A client of events and their settings, each call a request of its own. */
public record EventClient(CatalogueNode node, String organizer) {

    /** A new event with these fields besides the required ones; what the client was answered. */
    public Map<String, Object> create(String slug, String more) {
        String json = "{\"name\": {\"en\": \"Sample\"}, \"slug\": \"" + slug
                + "\", \"date_from\": \"2030-05-01T10:00:00Z\"" + (more.isEmpty() ? "" : ", " + more) + "}";
        return write(asked -> events().create(asked), json);
    }

    /** A product of the event; its number. */
    public long item(String slug, String more) {
        String json = "{\"name\": {\"en\": \"Ticket\"}, " + more + "}";
        return (Long) Objects.requireNonNull(write(
                        asked -> node.get(Crud.class)
                                .create(
                                        node.get(ItemResource.class).resource(),
                                        Owner.of(new OrganizerSlug(organizer), new EventSlug(slug)),
                                        asked.in(slug)),
                        json)
                .get("id"));
    }

    /** A quota for this product. */
    public void quota(String slug, long item) {
        write(
                asked -> node.get(Crud.class)
                        .create(
                                node.get(QuotaResource.class).resource(),
                                Owner.of(new OrganizerSlug(organizer), new EventSlug(slug)),
                                asked.in(slug)),
                "{\"name\": \"Tickets\", \"size\": 10, \"items\": [" + item + "]}");
    }

    /** A new event like this one. */
    Map<String, Object> copy(String original, String json) {
        return node.write(organizer, entered -> {
            Credential who = new Credential.TeamToken(
                    1, "token", 1, new OrganizerSlug(organizer), Set.of(Permission.values()), new EventReach.All());
            return ResourceClient.json(events().copy(
                            Asked.with(entered, organizer, json).by(who, "").in(original)));
        });
    }

    /** PATCH. */
    public Map<String, Object> change(String slug, String json) {
        return write(asked -> events().change(asked.in(slug)), json);
    }

    /** GET of one. */
    Map<String, Object> detail(String slug) {
        return read(asked -> events().detail(asked.in(slug)), "");
    }

    /** Slugs of the events on a page, for somebody with this reach. */
    @SuppressWarnings("unchecked")
    List<String> list(EventReach reach, String query) {
        Credential who = new Credential.TeamToken(
                1, "token", 1, new OrganizerSlug(organizer), Set.of(Permission.values()), reach);
        return ((List<Map<String, Object>>) Objects.requireNonNull(
                        read(asked -> events().list(asked.by(who, "")), query).get("results")))
                .stream().map(event -> String.valueOf(event.get("slug"))).toList();
    }

    /** PATCH of the settings. */
    public Map<String, Object> set(String slug, String json) {
        return write(asked -> node.get(EventSettingsEndpoint.class).change(asked.in(slug)), json);
    }

    /** GET of the settings. */
    Map<String, Object> settings(String slug) {
        return read(asked -> node.get(EventSettingsEndpoint.class).read(asked.in(slug)), "");
    }

    /** What the event offers, as a request sees it. */
    public EventOffer offer(String slug) {
        return node.read(
                organizer,
                entered -> node.get(EventOffers.class).of(new OrganizerSlug(organizer), new EventSlug(slug)));
    }

    private EventEndpoint events() {
        return node.get(EventEndpoint.class);
    }

    private Map<String, Object> write(Function<Asked, Answer> call, String json) {
        return node.write(organizer, entered -> ResourceClient.json(call.apply(Asked.with(entered, organizer, json))));
    }

    private Map<String, Object> read(Function<Asked, Answer> call, String query) {
        return node.read(organizer, entered -> ResourceClient.json(call.apply(Asked.get(entered, organizer, query))));
    }
}
