package org.gatebook.benchmarks.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;
import org.gatebook.benchmarks.workload.Api;
import tools.jackson.databind.JsonNode;

/** What the API's answers add up to, page by page, under the names that a package's manifest has. */
final class ApiSums {

    private static final Set<String> CLAIMED = Set.of("n", "p");
    private static final Set<String> RECEIVED = Set.of("confirmed", "refunded");
    private static final Set<String> GIVEN_BACK = Set.of("created", "transit", "done");

    private final Api api;
    private final SortedMap<String, BigDecimal> sums = new TreeMap<>();

    private ApiSums(Api api) {
        this.api = api;
    }

    static SortedMap<String, BigDecimal> of(Api api) throws IOException {
        ApiSums all = new ApiSums(api);
        all.each(Api.ROOT + "/orders/?", all::order);
        all.each(Api.ROOT + "/giftcards/?testmode=false&", card -> all.add("gift_card_credit", card.get("value")));
        all.each(
                Api.ROOT + "/invoices/?",
                invoice -> invoice.get("lines").forEach(line -> all.add("invoices", line.get("gross_value"))));
        return all.sums;
    }

    private void order(JsonNode order) {
        if (CLAIMED.contains(order.get("status").asString())
                && !order.get("require_approval").asBoolean()) {
            order.get("positions").forEach(position -> add("positions", position.get("price")));
            order.get("fees").forEach(fee -> add("fees", fee.get("value")));
        }
        order.get("payments").forEach(payment -> {
            if (RECEIVED.contains(payment.get("state").asString())) {
                add("payments", payment.get("amount"));
            }
        });
        order.get("refunds").forEach(refund -> {
            if (GIVEN_BACK.contains(refund.get("state").asString())) {
                add("refunds", refund.get("amount"));
            }
        });
    }

    private void add(String what, JsonNode amount) {
        sums.merge(what, new BigDecimal(amount.asString()), BigDecimal::add);
    }

    private void each(String path, Consumer<JsonNode> consumer) throws IOException {
        JsonNode page;
        int number = 0;
        do {
            number++;
            page = api.send(Request.get(path + "page=" + number));
            page.get("results").forEach(consumer);
        } while (!page.get("next").isNull());
    }
}
