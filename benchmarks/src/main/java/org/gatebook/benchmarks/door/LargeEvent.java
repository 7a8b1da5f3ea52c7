package org.gatebook.benchmarks.door;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;
import org.gatebook.benchmarks.workload.Api;
import tools.jackson.databind.JsonNode;

/**
 * An event with one check-in list, for which some orders with two tickets each are sold in the usual way, one in three
 * let in. Copies of them make it large.
 *
 * @param list the check-in list
 * @param key of a paired device of the old kind
 */
record LargeEvent(String slug, long list, String key) {

    private static final List<String> GIVEN = List.of(
            "Ada", "Bruno", "Chiara", "Dmitri", "Elena", "Farid", "Greta", "Hassan", "Ines", "Jonas", "Katja", "Luca",
            "Mina", "Nils", "Olga", "Pavel", "Quinn", "Rosa", "Sami", "Tilda");
    private static final List<String> FAMILY = List.of(
            "Abel",
            "Brandt",
            "Costa",
            "Dorn",
            "Eriksen",
            "Fontana",
            "Garcia",
            "Horvat",
            "Ivanova",
            "Jansen",
            "Keller",
            "Lindqvist",
            "Moreau",
            "Novak",
            "Okafor",
            "Petrov",
            "Quist",
            "Rossi",
            "Schuster",
            "Tanaka");

    static LargeEvent open(Api api, String slug, int orders) throws IOException {
        api.create("/events/", """
            {"name": {"en": "Arena"}, "slug": "%s", "live": false, "testmode": false, "currency": "EUR",
             "date_from": "2040-06-01T10:00:00Z", "date_to": "2040-06-03T20:00:00Z",
             "plugins": ["pretix.plugins.banktransfer", "pretix.plugins.manualpayment"], "is_public": true}
            """.formatted(slug));
        String path = "/events/" + slug;
        long item = id(api.create(path + "/items/", """
            {"name": {"en": "Ticket"}, "default_price": "23.00", "admission": true, "active": true}
            """));
        api.create(
                path + "/quotas/",
                "{\"name\": \"Tickets\", \"size\": null, \"items\": [" + item + "], \"variations\": []}");
        long list = id(api.create(path + "/checkinlists/", "{\"name\": \"Doors\"}"));
        String key = api.create(path + "/pretixdroid/configurations/", "{\"list\": " + list + "}")
                .get("key")
                .asString();
        LargeEvent event = new LargeEvent(slug, list, key);
        Random random = new Random(slug.hashCode());
        for (int i = 0; i < orders; i++) {
            JsonNode order = api.create(path + "/orders/", order(item, random));
            if (i % 3 == 0) {
                api.send(event.scan(order.get("positions").get(0).get("secret").asString()));
            }
        }
        return event;
    }

    private static String order(long item, Random random) {
        String family = FAMILY.get(random.nextInt(FAMILY.size()));
        return """
            {"email": "%s@example.org", "locale": "en", "sales_channel": "web", "status": "p",
             "payment_provider": "manual", "positions": [
             {"item": %d, "attendee_name_parts": {"given_name": "%s", "family_name": "%s"}},
             {"item": %d, "attendee_name_parts": {"given_name": "%s", "family_name": "%s"}}]}
            """.formatted(
                        family.toLowerCase(Locale.ROOT) + random.nextInt(1_000),
                        item,
                        GIVEN.get(random.nextInt(GIVEN.size())),
                        family,
                        item,
                        GIVEN.get(random.nextInt(GIVEN.size())),
                        family);
    }

    /** One full name in four hundred. */
    static String someName(Random random) {
        return GIVEN.get(random.nextInt(GIVEN.size())) + "%20" + FAMILY.get(random.nextInt(FAMILY.size()));
    }

    private static long id(JsonNode made) {
        return made.get("id").asLong();
    }

    String path() {
        return Api.ROOT + "/events/" + slug;
    }

    /** What a gate sends. */
    Request scan(String secret) {
        return Request.post(path() + "/checkinlists/" + list + "/positions/" + secret + "/redeem/", "{}", 201);
    }

    Request status() {
        return Request.get(path() + "/checkinlists/" + list + "/status/");
    }

    /** Somebody at the door who has forgotten the ticket. */
    Request search(String text) {
        return Request.get(Api.ROOT + "/checkinrpc/search/?list=" + list + "&search=" + text);
    }

    /** All tickets, as an old device asks for them. */
    Request download() {
        return Request.get("/pretixdroid/api/" + Api.ORGANIZER + "/" + slug + "/download/?key=" + key);
    }

    /** Tickets that nobody has used, in no order; the first of the list is given away first. */
    static List<String> shuffled(List<String> secrets) {
        List<String> shuffled = new ArrayList<>(secrets);
        Collections.shuffle(shuffled, new Random(3));
        return shuffled;
    }
}
