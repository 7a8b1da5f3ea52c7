package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** An event whose box office sells two tickets at a time and lets the first one in at once. */
public final class BoxOffice {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String event;
    private final long item;
    private final long quota;
    private final long list;

    private BoxOffice(String event, long item, long quota, long list) {
        this.event = event;
        this.item = item;
        this.quota = quota;
        this.list = list;
    }

    /**
     * Makes an event with one product.
     *
     * @param places how many tickets there are; null for as many as one likes
     */
    public static BoxOffice open(Api api, String event, Integer places) throws Exception {
        api.created("events/", """
            {"name": {"en": "Concert"}, "slug": "%s", "currency": "EUR", "date_from": "2031-06-01T18:00:00Z",
             "plugins": ["pretix.plugins.manualpayment"]}\
            """.formatted(event));
        String path = "events/" + event + "/";
        long item = api.created(path + "items/", """
            {"name": {"en": "Ticket"}, "default_price": "23.00", "admission": true, "active": true}\
            """);
        long quota = api.created(path + "quotas/", """
            {"name": "All", "size": %s, "items": [%d], "variations": []}\
            """.formatted(places, item));
        long list = api.created(path + "checkinlists/", "{\"name\": \"Door\", \"all_products\": true}");
        return new BoxOffice(event, item, quota, list);
    }

    public String path() {
        return "events/" + event + "/";
    }

    public long item() {
        return item;
    }

    public long quota() {
        return quota;
    }

    /** The check-in list of its door. */
    public long list() {
        return list;
    }

    /** Its event's slug. */
    public String event() {
        return event;
    }

    /** Sells two tickets, paid; the answer is the order. */
    public Api.Answer sell(Api api, String code) throws IOException, InterruptedException {
        return api.post(path() + "orders/", """
            {"code": "%s", "email": "%s@example.org", "locale": "en", "sales_channel": "web", "status": "p",
             "payment_provider": "manual",
             "positions": [{"item": %d, "attendee_name_parts": {"given_name": "Ada", "family_name": "%s"}},
                           {"item": %d}]}\
            """.formatted(code, code.toLowerCase(Locale.ROOT), item, code, item));
    }

    /** Holds a ticket before a scanner. */
    public Api.Answer scan(Api api, String secret, String nonce) throws IOException, InterruptedException {
        return api.post("checkinrpc/redeem/", """
            {"secret": "%s", "lists": [%d], "nonce": "%s"}\
            """.formatted(secret, list, nonce));
    }

    /** A code that was not used before. */
    public static String nextCode() {
        return "S%05dX".formatted(NUMBER.incrementAndGet());
    }

    /** Starts so many clients that sell and scan. */
    Clients open(Api api, int count) {
        return new Clients(count, (client, number, book) -> {
            String code = nextCode();
            Api.Answer order = sell(api, code);
            if (order.status() != 201) {
                book.refused(order);
                return;
            }
            book.acknowledged("sold " + code);
            JsonNode first = order.body().get("positions").get(0);
            Api.Answer scan = scan(api, first.get("secret").asString(), "n" + code);
            if (scan.status() != 201) {
                book.refused(scan);
                return;
            }
            book.acknowledged("scanned " + code);
        });
    }

    /** Every acknowledged order and scan is there, once. */
    void verify(Api api, Clients clients) throws Exception {
        assertThat(clients.refused()).isEmpty();
        List<String> there = new ArrayList<>();
        for (JsonNode order : api.all(path() + "orders/")) {
            String code = order.get("code").asString();
            assertThat(order.get("status").asString()).isEqualTo("p");
            assertThat(order.get("total").asString()).isEqualTo("46.00");
            assertThat(order.get("positions")).hasSize(2);
            there.add("sold " + code);
            for (JsonNode scan : order.get("positions").get(0).get("checkins")) {
                assertThat(scan.get("list").asLong()).isEqualTo(list);
                there.add("scanned " + code);
            }
            assertThat(order.get("positions").get(1).get("checkins")).isEmpty();
        }
        assertThat(there).doesNotHaveDuplicates().containsAll(clients.acknowledged());
    }
}
