package org.gatebook.server.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gatebook.server.scanner.ScannerHttp.Later;
import org.gatebook.server.scanner.ScannerHttp.Reply;
import org.gatebook.server.scanner.ScannerHttp.TimedOut;
import tools.jackson.databind.JsonNode;

/**
 * What an app has downloaded, and how it goes on from there: cursors are texts that it sends back, and conditional lists
 * are fetched again when their date has changed (device client notes 2.2, steps 6 to 9).
 */
final class LocalCopy {

    private static final String ORDERS = "orders/?testmode=false&exclude=downloads&exclude=payment_date"
            + "&exclude=payment_provider&exclude=fees&exclude=positions.downloads&exclude=payments&exclude=refunds";

    /** What Java's {@code Date.toString} makes of a date, which some versions send. */
    private static final String GARBAGE = "Mon Jan 01 12:00:00 CET 2024";

    private final ScannerHttp http;
    private final String organizer;
    private final String event;
    private final Map<String, JsonNode> orders = new TreeMap<>();
    private final Map<Long, JsonNode> revoked = new TreeMap<>();
    private final Map<Long, JsonNode> blocked = new TreeMap<>();
    private final Map<Long, JsonNode> media = new TreeMap<>();
    private final Map<String, String> cursors = new HashMap<>();
    private final Map<String, String> dates = new HashMap<>();
    private final Map<String, Set<Long>> lists = new HashMap<>();
    private String oldestUnread = "";
    private JsonNode validKeys = ScannerHttp.JSON.createObjectNode();

    LocalCopy(ScannerHttp http, String organizer, String event) {
        this.http = http;
        this.organizer = "/api/v1/organizers/" + organizer + "/";
        this.event = this.organizer + "events/" + event + "/";
    }

    Map<String, JsonNode> orders() {
        return orders;
    }

    /** The keys with which the event signs its tickets. */
    JsonNode validKeys() {
        return validKeys;
    }

    Map<Long, JsonNode> revoked() {
        return revoked;
    }

    Map<Long, JsonNode> blocked() {
        return blocked;
    }

    Map<Long, JsonNode> media() {
        return media;
    }

    /** The paid position with this secret; null if it knows none. */
    JsonNode position(String secret) {
        for (JsonNode order : orders.values()) {
            for (JsonNode position : order.get("positions")) {
                if (position.get("secret").asString().equals(secret)
                        && order.get("status").asString().equals("p")) {
                    return position;
                }
            }
        }
        return null;
    }

    /** One download, in the order of the app. What was interrupted goes on the next time where it was. */
    void download() throws TimedOut, Later {
        JsonNode about = needed(http.get("/api/v1/device/info"), "device", "server", "medium_key_sets");
        assertThat(about.at("/server/version/pretix_numeric").asLong()).isGreaterThanOrEqualTo(40_120_001_001L);
        assertThat(about.get("device").has("name")).isTrue();
        assertThat(about.get("medium_key_sets").isArray()).isTrue();
        delta(
                "subevents",
                organizer + "subevents/?",
                "ordering=-last_modified",
                "modified_since",
                new HashMap<>(),
                "event");
        validKeys = needed(
                        http.get(event),
                        "slug",
                        "currency",
                        "date_from",
                        "date_to",
                        "live",
                        "has_subevents",
                        "name",
                        "timezone",
                        "valid_keys")
                .get("valid_keys");
        conditional("categories/", "id");
        conditional("items/", "id", "position", "active", "admission", "category", "variations", "name");
        conditional("questions/", "id", "position", "items", "required", "type", "options", "ask_during_checkin");
        conditional("badgelayouts/", "id");
        conditional("badgeitems/", "id");
        conditional(
                "checkinlists/?exclude=checkin_count&exclude=position_count",
                "id",
                "name",
                "all_products",
                "limit_products",
                "include_pending",
                "subevent",
                "rules",
                "allow_multiple_entries",
                "allow_entry_after_exit",
                "addon_match");
        secrets("revokedsecrets/", "created", revoked, "secret", "created");
        secrets("blockedsecrets/", "updated", blocked, "secret", "blocked", "updated");
        downloadOrders();
        delta("media", organizer + "reusablemedia/?", "ordering=-updated", "updated_since", media, "identifier");
        assertThat(http.get(event + "settings/").json().isObject()).isTrue();
    }

    /** Small lists are fetched whole; what is missing from one is deleted. */
    private void conditional(String list, String... keys) throws TimedOut, Later {
        String date = dates.getOrDefault(list, GARBAGE);
        List<Reply> pages = http.pages(event + list, List.of(), "If-Modified-Since", date);
        if (pages.isEmpty()) {
            assertThat(date).as("304 for a date that is none").isNotEqualTo(GARBAGE);
            return;
        }
        Set<Long> numbers = new HashSet<>();
        for (Reply page : pages) {
            for (JsonNode row : page.json().get("results")) {
                assertThat(row.propertyNames()).as(list).contains(keys);
                numbers.add(row.get("id").asLong());
            }
        }
        lists.put(list, numbers);
        String changed = pages.getFirst().header("Last-Modified");
        if (!changed.isEmpty()) {
            dates.put(list, changed);
        }
    }

    /** The ids of a small list, by its address. */
    Set<Long> list(String address) {
        return lists.getOrDefault(address, Set.of());
    }

    private void secrets(String list, String time, Map<Long, JsonNode> rows, String... keys) throws TimedOut, Later {
        String since = cursors.get(list);
        String filter = since == null ? "" : "?ordering=-" + time + "&" + time + "_since=" + encoded(since);
        List<Reply> pages = http.pages(event + list + filter, since == null ? List.of() : List.of(time + "_since"));
        for (Reply page : pages) {
            for (JsonNode row : page.json().get("results")) {
                assertThat(row.propertyNames()).as(list).contains(keys);
                rows.put(row.get("id").asLong(), row);
            }
        }
        JsonNode first = pages.getFirst().json().get("results").path(0);
        if (!first.isMissingNode()) {
            // A first run is in any order; the app takes the first row all the same, and a row that comes twice is none
            // more.
            cursors.put(list, first.get(time).asString());
        }
    }

    private void delta(String name, String path, String order, String filter, Map<Long, JsonNode> rows, String... keys)
            throws TimedOut, Later {
        String since = cursors.get(name);
        String address = since == null ? path : path + order + "&" + filter + "=" + encoded(since);
        List<Reply> pages = http.pages(address, since == null ? List.of() : List.of(filter));
        for (Reply page : pages) {
            for (JsonNode row : page.json().get("results")) {
                assertThat(row.propertyNames()).as(name).contains(keys);
                rows.put(row.get("id").asLong(), row);
            }
        }
        cursors.put(name, generated(pages));
    }

    private void downloadOrders() throws TimedOut, Later {
        String since = cursors.get("orders");
        if (since != null) {
            List<Reply> pages = http.pages(
                    event + ORDERS + "&ordering=-last_modified&modified_since=" + encoded(since),
                    List.of("testmode=", "modified_since", "exclude=positions.downloads"));
            pages.forEach(this::keep);
            cursors.put("orders", generated(pages));
            return;
        }
        String resumed = oldestUnread.isEmpty() ? "" : "&ordering=datetime&created_since=" + encoded(oldestUnread);
        String next = event + ORDERS + resumed;
        while (!next.isEmpty()) {
            Reply page = http.get(next);
            assertThat(page.status()).isEqualTo(200);
            keep(page);
            // The stamp of the very first page: whatever changed while the run was interrupted comes again.
            cursors.putIfAbsent("orders of the first run", generated(List.of(page)));
            JsonNode results = page.json().get("results");
            if (!results.isEmpty()) {
                oldestUnread = results.get(results.size() - 1).get("datetime").asString();
            }
            JsonNode following = page.json().get("next");
            next = following.isNull() ? "" : following.asString();
            assertThat(next.isEmpty() || next.contains("testmode=")).isTrue();
        }
        cursors.put("orders", cursors.get("orders of the first run"));
    }

    private void keep(Reply page) {
        for (JsonNode order : page.json().get("results")) {
            assertThat(order.propertyNames())
                    .contains(
                            "code",
                            "status",
                            "datetime",
                            "email",
                            "checkin_attention",
                            "checkin_text",
                            "valid_if_pending",
                            "require_approval",
                            "positions")
                    .doesNotContain("downloads", "fees", "payments", "refunds");
            for (JsonNode position : order.get("positions")) {
                assertThat(position.propertyNames())
                        .contains(
                                "id",
                                "positionid",
                                "item",
                                "variation",
                                "subevent",
                                "secret",
                                "attendee_name",
                                "attendee_email",
                                "addon_to",
                                "checkins",
                                "answers",
                                "seat",
                                "valid_from",
                                "valid_until",
                                "blocked")
                        .doesNotContain("downloads");
            }
            orders.put(order.get("code").asString(), order);
        }
    }

    private static String generated(List<Reply> pages) {
        String generated = pages.getFirst().header("X-Page-Generated");
        assertThat(generated).isNotEmpty();
        return generated;
    }

    private static JsonNode needed(Reply reply, String... keys) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().propertyNames()).contains(keys);
        return reply.json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
