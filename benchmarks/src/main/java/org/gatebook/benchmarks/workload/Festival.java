package org.gatebook.benchmarks.workload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;
import tools.jackson.databind.JsonNode;

/**
 * An event as the workloads about orders need it: one product in one quota that never ends, ten more with a quota each,
 * doors, and orders with two paid tickets each. Shared by those workloads and made once.
 */
public final class Festival {

    static final String EVENT = Api.ROOT + "/events/festival";

    private static final String PATH = "/events/festival";
    private static final int ORDERS = 4_000;
    private static final int DOORS = 24;
    private static final int QUOTAS = 10;

    private final List<Long> doors = new ArrayList<>();
    private final List<String> orders = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private final List<Long> others = new ArrayList<>();
    private long item;

    /** Makes it unless it is there. */
    synchronized void prepare(Api api) throws IOException {
        if (item == 0) {
            long tax = open(api);
            openDoors(api);
            for (int i = 0; i < QUOTAS; i++) {
                others.add(sell(api, "Day " + i, tax));
            }
            for (int i = 0; i < ORDERS; i++) {
                remember(api.create(PATH + "/orders/", order(true)));
            }
            // Neighbours in time are neighbours in an order: 16 doors would all wait for one order's row.
            Collections.shuffle(secrets, new Random(1));
        }
    }

    private long open(Api api) throws IOException {
        api.create("/events/", """
            {"name": {"en": "Festival"}, "slug": "festival", "live": false, "testmode": false, "currency": "EUR",
             "date_from": "2040-06-01T10:00:00Z", "date_to": "2040-06-03T20:00:00Z",
             "plugins": ["pretix.plugins.banktransfer", "pretix.plugins.manualpayment"], "is_public": true}
            """);
        long tax = api.create(
                        PATH + "/taxrules/",
                        "{\"name\": {\"en\": \"VAT\"}, \"rate\": \"19.00\", \"price_includes_tax\": true}")
                .get("id")
                .asLong();
        item = sell(api, "Ticket", tax);
        api.patch(PATH + "/", "{\"live\": true}");
        return tax;
    }

    /** A product with a quota of its own. */
    private static long sell(Api api, String name, long tax) throws IOException {
        long item =
                api.create(PATH + "/items/", """
                    {"name": {"en": "%s"}, "default_price": "23.00", "admission": true, "active": true, "tax_rule": %d}
                    """.formatted(name, tax)).get("id").asLong();
        api.create(
                PATH + "/quotas/",
                "{\"name\": \"" + name + "\", \"size\": 100000000, \"items\": [" + item + "], \"variations\": []}");
        return item;
    }

    private void openDoors(Api api) throws IOException {
        for (int i = 0; i < DOORS; i++) {
            doors.add(api.create(PATH + "/checkinlists/", "{\"name\": \"Door " + i + "\"}")
                    .get("id")
                    .asLong());
        }
    }

    /** Opens, and lets one order run its course: placed, paid, both tickets scanned. */
    public void runAnOrder(Api api) throws IOException {
        sellAnOrder(api);
        openDoors(api);
        for (String secret : secrets) {
            api.send(scan(doors.getFirst(), secret));
        }
    }

    /** Opens, and sells one order of two tickets. */
    public void sellAnOrder(Api api) throws IOException {
        open(api);
        remember(api.create(PATH + "/orders/", order(false)));
        api.send(Request.post(EVENT + "/orders/" + orders.getFirst() + "/mark_paid/", "{}", 200));
    }

    /** What a scanner at a door sends. */
    static Request scan(long door, String secret) {
        return Request.post(EVENT + "/checkinlists/" + door + "/positions/" + secret + "/redeem/", "{}", 201);
    }

    private void remember(JsonNode order) {
        orders.add(order.get("code").asString());
        order.get("positions")
                .forEach(position -> secrets.add(position.get("secret").asString()));
    }

    /** A shop that asks for an order with two tickets. */
    public Request placeAnOrder() {
        return Request.post(EVENT + "/orders/", order(false), 201);
    }

    /** What a shop sends for an order with two tickets. */
    String order(boolean paid) {
        return order(paid, item, "Doe");
    }

    /** The same out of one of ten quotas. */
    String orderOfAnyDay() {
        return order(false, others.get(ThreadLocalRandom.current().nextInt(others.size())), "Doe");
    }

    /** The same by people of this name. */
    String orderBy(String familyName) {
        return order(false, item, familyName);
    }

    private static String order(boolean paid, long item, String familyName) {
        return """
            {"email": "jane.doe@example.org", "locale": "en", "sales_channel": "web",%1$s "positions": [
             {"item": %2$d, "attendee_name_parts": {"given_name": "Jane", "family_name": "%3$s"}, "attendee_email": null},
             {"item": %2$d, "attendee_name_parts": {"given_name": "John", "family_name": "%3$s"}, "attendee_email": null}]}
            """.formatted(paid ? " \"status\": \"p\", \"payment_provider\": \"manual\"," : "", item, familyName);
    }

    /** Codes of the orders that were there before anything is measured. */
    List<String> orders() {
        return orders;
    }

    /** Secrets of their tickets, in no order. */
    List<String> secrets() {
        return secrets;
    }

    /** Check-in lists, each of which accepts every ticket once. */
    List<Long> doors() {
        return doors;
    }
}
