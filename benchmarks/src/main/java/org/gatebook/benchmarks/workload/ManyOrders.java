package org.gatebook.benchmarks.workload;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;
import tools.jackson.databind.JsonNode;

/** An event with very many paid orders, one of somebody with a rare name among them, and what is asked about it. */
public final class ManyOrders {

    private static final String RARE = "Quartermain";
    private static final int CHANGED = 100;
    private static final int PAGE = 50;

    private final Festival festival = new Festival();
    private final List<String> codes = new ArrayList<>();
    private String before = "";

    /** Sells the first order, which is copied then. */
    public void sellTheFirst(Api api) throws IOException {
        festival.sellAnOrder(api);
    }

    /**
     * Sells the last one, and changes a hundred.
     *
     * @param copies how many copies of the first one were made
     * @throws IllegalStateException if the API counts another number
     */
    public void sellTheLast(Api api, int copies) throws IOException {
        api.create("/events/festival/orders/", festival.orderBy(RARE));
        expect(api, "", copies + 2);
        expect(api, "?status=p", copies + 1);
        expect(api, "?status=n", 1);
        expect(api, "?search=" + RARE, 1);
        for (int page = 1; page <= CHANGED / PAGE; page++) {
            JsonNode shown = api.send(Request.get(Festival.EVENT + "/orders/?ordering=datetime&page=" + page));
            shown.get("results").forEach(order -> codes.add(order.get("code").asString()));
        }
        // Whoever follows an event asks from when he asked last.
        before = Instant.now().toString();
        for (String code : codes) {
            api.patch("/events/festival/orders/" + code + "/", "{\"comment\": \"changed\"}");
        }
        expect(api, "?modified_since=" + encoded(before), CHANGED);
    }

    private static void expect(Api api, String filter, int count) throws IOException {
        int counted = api.send(Request.get(Festival.EVENT + "/orders/" + filter))
                .get("count")
                .asInt();
        if (counted != count) {
            throw new IllegalStateException(counted + " orders are counted for \"" + filter + "\", not " + count);
        }
    }

    /** What is asked, by what the figures call it. */
    public Map<String, Supplier<Request>> questions() {
        String orders = Festival.EVENT + "/orders/";
        Map<String, Supplier<Request>> questions = new LinkedHashMap<>();
        questions.put("default page", () -> Request.get(orders));
        questions.put("page of paid orders", () -> Request.get(orders + "?status=p"));
        questions.put("page of 100 changes", () -> Request.get(orders + "?modified_since=" + encoded(before)));
        questions.put(
                "detail",
                () -> Request.get(orders + codes.get(ThreadLocalRandom.current().nextInt(codes.size())) + "/"));
        questions.put("page of the organizer", () -> Request.get(Api.ROOT + "/orders/"));
        questions.put("search for a rare name", () -> Request.get(orders + "?search=" + RARE));
        return questions;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
