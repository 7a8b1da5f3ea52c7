package org.gatebook.server.order;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.gatebook.server.system.Api;
import tools.jackson.databind.JsonNode;

/**
 * Keeps a copy of an event's orders by asking for what changed since it asked last (reference documentation, orders,
 * {@code modified_since}).
 */
final class Follower {

    private final Api api;
    private final String orders;
    private final BinaryOperator<String> nextSince;
    private final Map<String, JsonNode> known = new HashMap<>();
    private String since = "";

    private Follower(Api api, String orders, BinaryOperator<String> nextSince) {
        this.api = api;
        this.orders = orders;
        this.nextSince = nextSince;
    }

    /** As documented: next time it asks for what changed since the first page was generated. */
    static Follower documented(Api api, String orders) {
        return new Follower(api, orders, (asked, generated) -> generated);
    }

    /** Trusts its own clock, which the test must show to be wrong. */
    static Follower byItsOwnClock(Api api, String orders) {
        return new Follower(api, orders, (asked, generated) -> asked);
    }

    /** Asks once, for every page. */
    void ask() throws Exception {
        String filter = since.isEmpty() ? "" : "&modified_since=" + URLEncoder.encode(since, StandardCharsets.UTF_8);
        String asked = Instant.now().toString();
        for (int page = 1; ; page++) {
            Api.Answer answer = page(orders + "?page_size=10&page=" + page + filter);
            if (page == 1) {
                since = nextSince.apply(asked, answer.pageGenerated());
            }
            for (JsonNode order : answer.body().get("results")) {
                known.put(order.get("code").asString(), order);
            }
            if (answer.body().get("next").isNull()) {
                return;
            }
        }
    }

    /** A server whose every connection waits may ask a client to come back; it does. */
    private Api.Answer page(String path) throws Exception {
        while (true) {
            Api.Answer answer = api.get(path);
            if (answer.status() == 200) {
                return answer;
            }
            if (answer.status() != 503) {
                throw new AssertionError(path + ": " + answer);
            }
        }
    }

    /** Every order in the version that it was last told, by code. */
    Map<String, JsonNode> known() {
        return known;
    }
}
