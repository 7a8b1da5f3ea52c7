package org.gatebook.server.past;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.gatebook.server.past.Client.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What happens at random in an organizer, one thing after the other, by all the ways that the API has: orders, money,
 * tickets, scans, cards, media, invoices, and the catalogue changing under them. Much of it is refused, as in life.
 *
 * <p>Long: one step a method, and a life is made of all of them.
 */
final class Life {

    private static final String[] EVENTS = {"one", "two"};

    private final Client client;
    private final RandomGenerator random;
    private final Map<String, Event> events = new HashMap<>();
    private final List<Sold> sold = new ArrayList<>();
    private final List<Long> cards = new ArrayList<>();
    private final List<Long> media = new ArrayList<>();
    private final List<String> customers = new ArrayList<>();
    private final Map<String, int[]> outcomes = new TreeMap<>();
    private int number;
    private long position;

    private record Event(String path, long ticket, long extra, long question, long list) {}

    /** An order that was placed. */
    record Sold(String event, String code) {

        String path() {
            return "events/" + event + "/orders/" + code + "/";
        }
    }

    Life(Client client, RandomGenerator random) {
        this.client = client;
        this.random = random;
        for (String slug : EVENTS) {
            events.put(slug, open(slug));
        }
        for (int i = 0; i < 3; i++) {
            String text = must(
                            "POST",
                            "customers/",
                            "{\"email\": \"c%d@example.org\", \"name_parts\": {\"_scheme\": \"full\", \"full_name\": \"C%d\"}}"
                                    .formatted(i, i))
                    .get("identifier")
                    .asString();
            customers.add(text);
        }
    }

    private Event open(String slug) {
        must("POST", "events/", """
            {"name": {"en": "Concert"}, "slug": "%s", "currency": "EUR", "date_from": "2031-06-01T18:00:00Z",
             "plugins": ["pretix.plugins.manualpayment", "pretix.plugins.ticketoutputpdf"]}\
            """.formatted(slug));
        String path = "events/" + slug + "/";
        long ticket = must("POST", path + "items/", """
            {"name": {"en": "Ticket"}, "default_price": "23.00", "admission": true, "active": true,
             "issue_giftcard": false}\
            """).get("id").asLong();
        long extra = must("POST", path + "items/", """
            {"name": {"en": "Extra"}, "default_price": "4.50", "admission": false, "active": true}\
            """).get("id").asLong();
        must("POST", path + "quotas/", """
            {"name": "All", "size": null, "items": [%d, %d], "variations": []}\
            """.formatted(ticket, extra));
        long list = must("POST", path + "checkinlists/", """
            {"name": "Door", "all_products": true, "allow_multiple_entries": true}\
            """).get("id").asLong();
        long question = must("POST", path + "questions/", """
            {"question": {"en": "Size?"}, "type": "S", "required": false, "items": [%d], "identifier": "SIZE"}\
            """.formatted(ticket))
                .get("id")
                .asLong();
        must("PATCH", path + "settings/", """
            {"payment_manual__enabled": true, "payment_giftcard__enabled": true, "invoice_generate": "True",
             "ticketoutput_pdf__enabled": true, "ticket_download": true, "invoice_address_from_name": "We"}\
            """);
        must("PATCH", path, "{\"live\": true}");
        return new Event(path, ticket, extra, question, list);
    }

    private JsonNode must(String method, String path, String body) {
        Answer answer = client.send(method, path, body);
        if (!answer.good()) {
            throw new AssertionError(method + " " + path + ": " + answer);
        }
        position = Math.max(position, answer.position());
        return answer.json();
    }

    /** The position of the last event. */
    long position() {
        return position;
    }

    /** What was tried and how often it was done and refused, for messages. */
    String told() {
        StringBuilder told = new StringBuilder();
        outcomes.forEach((name, counts) -> told.append("%s %d/%d; ".formatted(name, counts[0], counts[0] + counts[1])));
        return told.toString();
    }

    /** Kinds of things that were never done. */
    List<String> neverDone() {
        return outcomes.entrySet().stream()
                .filter(outcome -> outcome.getValue()[0] == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** An order, card and medium whose details are worth a look, and the lists that show them. */
    List<String> places() {
        List<String> places = new ArrayList<>(List.of(
                "orders/",
                "orders/?ordering=-last_modified&page_size=7",
                "orders/?testmode=true",
                "invoices/",
                "giftcards/",
                "giftcards/?testmode=false&page_size=5",
                "reusablemedia/",
                "reusablemedia/?active=true&expand=linked_giftcard&expand=linked_orderposition&expand=customer"));
        String slug = any(EVENTS);
        Event event = event(slug);
        for (String list : List.of(
                "orders/",
                "orders/?page=last&page_size=10",
                "orders/?status=" + any("p", "n", "c", "e"),
                "orders/?email=guest" + random.nextInt(5) + "@example.org",
                "orders/?customer=" + any(customers),
                "orders/?search=guest1",
                "orders/?item=" + event.extra(),
                "orders/?payment_provider=manual&ordering=-code",
                "orders/?modified_since=2020-01-01T00:00:00Z&include_canceled_positions=true",
                "orderpositions/",
                "orderpositions/?has_checkin=true",
                "orderpositions/?order__status=p&item=" + event.ticket(),
                "orderpositions/?search=guest",
                "orderpositions/?include_canceled_positions=true&ordering=-attendee_name",
                "invoices/",
                "invoices/?is_cancellation=true&ordering=-nr")) {
            places.add("events/" + slug + "/" + list);
        }
        for (int i = 0; i < 3 && !sold.isEmpty(); i++) {
            Sold order = any(sold);
            places.add(order.path());
            places.add(order.path() + "?include_canceled_positions=true&include_canceled_fees=true");
            places.add("orders/" + order.code() + "/");
            places.add(order.path() + "payments/");
            places.add(order.path() + "payments/1/");
            places.add(order.path() + "refunds/");
            places.add("events/" + order.event() + "/orderpositions/?order=" + order.code());
            places.add("events/" + order.event() + "/invoices/?order=" + order.code());
        }
        if (!cards.isEmpty()) {
            long card = any(cards);
            places.add("giftcards/" + card + "/?expand=owner_ticket");
            places.add("giftcards/" + card + "/transactions/");
            places.add("giftcards/" + card + "/transactions/?page=last&page_size=2");
        }
        if (!media.isEmpty()) {
            places.add("reusablemedia/" + any(media) + "/");
        }
        return places;
    }

    /** The next thing happens. */
    void goOn() {
        number++;
        switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4 -> place();
            case 5, 6, 7 -> money();
            case 8, 9, 10 -> state();
            case 11, 12 -> contents();
            case 13, 14, 15 -> scan();
            case 16 -> ticket();
            case 17, 18 -> card();
            case 19, 20 -> medium();
            case 21 -> invoice();
            default -> catalogue();
        }
    }

    void place() {
        String slug = any(EVENTS);
        Event event = event(slug);
        StringBuilder positions = new StringBuilder();
        int many = 1 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
            boolean admits = random.nextInt(3) > 0;
            positions.append(i == 0 ? "" : ",").append("{\"item\": ").append(admits ? event.ticket() : event.extra());
            if (admits) {
                positions.append(", \"attendee_name_parts\": {\"_scheme\": \"full\", \"full_name\": \"Guest %d\"}"
                        .formatted(number));
                if (random.nextBoolean()) {
                    positions.append(", \"answers\": [{\"question\": %d, \"answer\": \"%d\", \"options\": []}]"
                            .formatted(event.question(), number));
                }
            }
            positions.append('}');
        }
        Answer answer = act("place", "POST", event.path() + "orders/", """
            {"email": "guest%d@example.org", "locale": "en", "sales_channel": "web", "status": "%s", "testmode": %s,
             "payment_provider": "manual"%s,
             "invoice_address": {"is_business": false, "name_parts": {"_scheme": "full", "full_name": "Guest"},
                                 "street": "S", "zipcode": "1", "city": "C", "country": "DE"},
             "fees": [%s], "positions": [%s]}\
            """.formatted(
                        random.nextInt(5),
                        any("n", "p"),
                        random.nextInt(6) == 0,
                        random.nextInt(3) == 0 ? ", \"customer\": \"" + any(customers) + "\"" : "",
                        random.nextInt(4) == 0
                                ? "{\"fee_type\": \"payment\", \"value\": \"1.00\", \"description\": \"\","
                                        + " \"internal_type\": \"\", \"tax_rule\": null}"
                                : "",
                        positions));
        if (answer.good()) {
            sold.add(new Sold(slug, answer.json().get("code").asString()));
        }
    }

    private void money() {
        Sold order = order();
        if (order == null) {
            return;
        }
        int local = 1 + random.nextInt(20) / 19;
        String amount = any("23.00", "5.00", "46.00");
        switch (random.nextInt(9)) {
            case 0 ->
                act(
                        "record payment",
                        "POST",
                        order.path() + "payments/",
                        "{\"state\": \"%s\", \"amount\": \"%s\", \"provider\": \"manual\"}"
                                .formatted(any("created", "pending", "confirmed"), amount));
            case 1 ->
                act("confirm payment", "POST", order.path() + "payments/" + local + "/confirm/", "{\"force\": true}");
            case 2 -> act("cancel payment", "POST", order.path() + "payments/" + local + "/cancel/", "{}");
            case 3 ->
                act(
                        "refund payment",
                        "POST",
                        order.path() + "payments/" + local + "/refund/",
                        "{\"amount\": \"%s\", \"mark_canceled\": %s}".formatted(amount, random.nextInt(3) == 0));
            case 4 ->
                act(
                        "record refund",
                        "POST",
                        order.path() + "refunds/",
                        "{\"state\": \"%s\", \"source\": \"admin\", \"amount\": \"%s\", \"provider\": \"manual\", \"payment\": null}"
                                .formatted(any("created", "external", "transit"), amount));
            case 5 -> act("finish refund", "POST", order.path() + "refunds/" + local + "/done/", "{}");
            case 6 ->
                act(
                        "process refund",
                        "POST",
                        order.path() + "refunds/" + local + "/process/",
                        "{\"mark_canceled\": false}");
            case 7 -> act("cancel refund", "POST", order.path() + "refunds/" + local + "/cancel/", "{}");
            default -> act("mark paid", "POST", order.path() + "mark_paid/", "{}");
        }
    }

    private void state() {
        Sold order = order();
        if (order == null) {
            return;
        }
        String path = order.path();
        switch (random.nextInt(10)) {
            case 0, 1 -> act("cancel", "POST", path + "mark_canceled/", "{\"send_email\": false}");
            case 2 -> act("pend", "POST", path + "mark_pending/", "{}");
            case 3 -> act("expire", "POST", path + "mark_expired/", "{}");
            case 4 ->
                act(
                        "extend",
                        "POST",
                        path + "extend/",
                        "{\"expires\": \"2030-0%d-01\", \"force\": true}".formatted(1 + random.nextInt(9)));
            case 5 -> act("reactivate", "POST", path + "reactivate/", "{}");
            case 6 -> act("delete", "DELETE", path, "");
            case 7 -> act("resend", "POST", path + "resend_link/", "{}");
            default ->
                act(
                        "change details",
                        "PATCH",
                        path,
                        "{\"email\": \"guest%d@example.org\", \"comment\": \"No %d\", \"checkin_attention\": %s}"
                                .formatted(random.nextInt(5), number, random.nextBoolean()));
        }
    }

    private void contents() {
        Sold order = order();
        JsonNode position = order == null ? null : position(order);
        if (order == null || position == null) {
            return;
        }
        Event event = event(order.event());
        long id = position.get("id").asLong();
        String path = event.path() + "orderpositions/";
        switch (random.nextInt(6)) {
            case 0 ->
                act(
                        "add position",
                        "POST",
                        path,
                        "{\"order\": \"%s\", \"item\": %d, \"price\": \"7.00\"}"
                                .formatted(order.code(), event.extra()));
            case 1 -> act("cancel position", "DELETE", path + id + "/", "");
            case 2 ->
                act(
                        "reprice",
                        "POST",
                        order.path() + "change/",
                        "{\"patch_positions\": [{\"position\": %d, \"body\": {\"price\": \"%d.00\"}}], \"recalculate_taxes\": \"keep_net\"}"
                                .formatted(id, random.nextInt(30)));
            case 3 ->
                act(
                        "split",
                        "POST",
                        order.path() + "change/",
                        "{\"split_positions\": [{\"position\": %d}]}".formatted(id));
            default ->
                act(
                        "rename attendee",
                        "PATCH",
                        path + id + "/",
                        "{\"attendee_name_parts\": {\"_scheme\": \"full\", \"full_name\": \"Guest %d\"}, \"attendee_email\": \"guest%d@example.org\"}"
                                .formatted(number, number));
        }
    }

    private void scan() {
        Sold order = order();
        JsonNode position = order == null ? null : position(order);
        if (order == null || position == null) {
            return;
        }
        String secret =
                random.nextInt(12) == 0 ? "nobodys" : position.get("secret").asString();
        act(
                "scan",
                "POST",
                "checkinrpc/redeem/",
                "{\"secret\": \"%s\", \"lists\": [%d], \"type\": \"%s\", \"nonce\": \"n%d\"}"
                        .formatted(secret, event(order.event()).list(), any("entry", "exit"), number));
    }

    private void ticket() {
        Sold order = order();
        JsonNode position = order == null ? null : position(order);
        if (order == null || position == null) {
            return;
        }
        String path = event(order.event()).path() + "orderpositions/"
                + position.get("id").asLong() + "/";
        switch (random.nextInt(4)) {
            case 0 -> act("block", "POST", path + "add_block/", "{\"name\": \"api:lost\"}");
            case 1 -> act("open", "POST", path + "remove_block/", "{\"name\": \"api:lost\"}");
            case 2 -> act("replace secret", "POST", path + "regenerate_secrets/", "{}");
            default -> act("replace secrets", "POST", order.path() + "regenerate_secrets/", "{}");
        }
    }

    void card() {
        if (cards.isEmpty() || random.nextInt(4) == 0) {
            Answer answer = act(
                    "issue card",
                    "POST",
                    "giftcards/",
                    "{\"secret\": \"CARD-%d\", \"value\": \"%d.00\", \"currency\": \"EUR\", \"testmode\": false}"
                            .formatted(number, random.nextInt(50)));
            if (answer.good()) {
                cards.add(answer.json().get("id").asLong());
            }
            return;
        }
        String path = "giftcards/" + any(cards) + "/";
        if (random.nextInt(4) == 0) {
            Sold order = order();
            JsonNode position = order == null ? null : position(order);
            act(
                    "change card",
                    "PATCH",
                    path,
                    "{\"conditions\": \"No %d\", \"owner_ticket\": %s}"
                            .formatted(
                                    number,
                                    position == null
                                            ? "null"
                                            : position.get("id").asString()));
        } else {
            act(
                    "transact",
                    "POST",
                    path + "transact/",
                    "{\"value\": \"%s%d.50\", \"text\": \"No %d\"}".formatted(any("", "-"), random.nextInt(9), number));
        }
    }

    private void medium() {
        if (media.isEmpty() || random.nextInt(3) == 0) {
            Answer answer = act(
                    "make medium",
                    "POST",
                    "reusablemedia/",
                    "{\"type\": \"barcode\", \"identifier\": \"M%d\"}".formatted(number));
            if (answer.good()) {
                media.add(answer.json().get("id").asLong());
            }
            return;
        }
        Sold order = order();
        JsonNode position = order == null ? null : position(order);
        act(
                "change medium",
                "PATCH",
                "reusablemedia/" + any(media) + "/",
                "{\"notes\": \"No %d\", \"active\": %s, \"linked_orderposition\": %s, \"linked_giftcard\": %s, \"customer\": %s}"
                        .formatted(
                                number,
                                random.nextInt(4) > 0,
                                position == null ? "null" : position.get("id").asString(),
                                cards.isEmpty() ? "null" : any(cards),
                                random.nextBoolean() ? "null" : "\"" + any(customers) + "\""));
    }

    private void invoice() {
        Sold order = order();
        if (order == null) {
            return;
        }
        if (random.nextBoolean()) {
            act("invoice", "POST", order.path() + "create_invoice/", "{}");
            return;
        }
        JsonNode invoices = client.get("events/" + order.event() + "/invoices/?order=" + order.code())
                .json()
                .get("results");
        if (!invoices.isEmpty()) {
            String path = "events/" + order.event() + "/invoices/"
                    + invoices.get(0).get("number").asString() + "/";
            act("reissue", "POST", path + any("reissue/", "regenerate/"), "{}");
        }
    }

    /** What an order's answer is filled with that is not the order's. */
    private void catalogue() {
        Event event = event(any(EVENTS));
        switch (random.nextInt(7)) {
            case 0 ->
                act(
                        "switch files",
                        "PATCH",
                        event.path() + "settings/",
                        "{\"ticketoutput_pdf__enabled\": %s}".formatted(random.nextBoolean()));
            case 1 ->
                act(
                        "rename question",
                        "PATCH",
                        event.path() + "questions/" + event.question() + "/",
                        "{\"identifier\": \"SIZE%d\", \"position\": %d}".formatted(number, random.nextInt(5)));
            case 2 ->
                act(
                        "print or not",
                        "PATCH",
                        event.path() + "items/" + event.ticket() + "/",
                        "{\"generate_tickets\": %s}".formatted(any("true", "false", "null")));
            case 3 ->
                act(
                        "reprice product",
                        "PATCH",
                        event.path() + "items/" + event.ticket() + "/",
                        "{\"default_price\": \"%d.00\"}".formatted(10 + random.nextInt(20)));
            case 4 ->
                act(
                        "rename customer",
                        "PATCH",
                        "customers/" + any(customers) + "/",
                        "{\"name_parts\": {\"_scheme\": \"full\", \"full_name\": \"C %d\"}}".formatted(number));
            case 5 ->
                act("rename event", "PATCH", event.path(), "{\"name\": {\"en\": \"Concert %d\"}}".formatted(number));
            default ->
                act(
                        "print pending",
                        "PATCH",
                        event.path() + "settings/",
                        "{\"ticket_download_pending\": %s}".formatted(random.nextBoolean()));
        }
    }

    private Answer act(String name, String method, String path, String body) {
        Answer answer = client.send(method, path, body);
        if (answer.status() >= 500) {
            throw new AssertionError(name + ": " + answer);
        }
        position = Math.max(position, answer.position());
        outcomes.computeIfAbsent(name, absent -> new int[2])[answer.good() ? 0 : 1]++;
        return answer;
    }

    private Event event(String slug) {
        Event event = events.get(slug);
        if (event == null) {
            throw new AssertionError(slug);
        }
        return event;
    }

    private @Nullable Sold order() {
        return sold.isEmpty() ? null : any(sold);
    }

    private @Nullable JsonNode position(Sold order) {
        JsonNode positions = client.get(order.path()).json().path("positions");
        return positions.isEmpty() ? null : positions.get(random.nextInt(positions.size()));
    }

    @SafeVarargs
    private <T> T any(T... things) {
        return things[random.nextInt(things.length)];
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** How many orders were placed. */
    int orders() {
        return sold.size();
    }
}
