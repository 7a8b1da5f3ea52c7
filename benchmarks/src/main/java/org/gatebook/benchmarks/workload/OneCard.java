package org.gatebook.benchmarks.workload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;

/** A gift card that is charged and whose transactions are read. */
public final class OneCard {

    private final long id;

    private OneCard(long id) {
        this.id = id;
    }

    /** Issues one with more credit than any benchmark spends. */
    public static OneCard issue(Api api, String code) throws IOException {
        return new OneCard(
                api.create("/giftcards/", """
                    {"secret": "%s", "value": "1000000.00", "currency": "EUR"}\
                    """.formatted(code)).get("id").asLong());
    }

    /** Issues so many. */
    public static List<OneCard> issue(Api api, String prefix, int count) throws IOException {
        List<OneCard> cards = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cards.add(issue(api, prefix + i));
        }
        return cards;
    }

    /** Takes a cent. */
    public Request charge() {
        return Request.post(Api.ROOT + "/giftcards/" + id + "/transact/", "{\"value\": \"-0.01\"}", 200);
    }

    /**
     * Reads a page of 50 transactions.
     *
     * @param page its number
     */
    public Request page(int page) {
        return Request.get(Api.ROOT + "/giftcards/" + id + "/transactions/?page=" + page);
    }
}
