package org.gatebook.benchmarks.workload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;

/** Tills that charge gift cards. */
public final class TransactGiftCard implements Workload {

    private final String name;
    private final int cards;
    private final List<Long> ids = new ArrayList<>();

    private TransactGiftCard(String name, int cards) {
        this.name = name;
        this.cards = cards;
    }

    /** Each charges any of so many cards. */
    public static TransactGiftCard any() {
        return new TransactGiftCard("transact", 1_000);
    }

    /** All charge the same one. */
    public static TransactGiftCard hot() {
        return new TransactGiftCard("transact-one-card", 1);
    }

    /** Issues one card and charges it so many times. */
    public static void charge(Api api, int times) throws IOException {
        TransactGiftCard one = hot();
        one.prepare(api);
        for (int i = 0; i < times; i++) {
            api.send(one.next());
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(Api api) throws IOException {
        for (int i = 0; i < cards; i++) {
            ids.add(api.create("/giftcards/", """
                {"secret": "%s%d", "value": "1000000.00", "currency": "EUR"}\
                """.formatted(name, i)).get("id").asLong());
        }
    }

    @Override
    public Request next() {
        long card = ids.get(ThreadLocalRandom.current().nextInt(cards));
        return Request.post(Api.ROOT + "/giftcards/" + card + "/transact/", "{\"value\": \"-0.01\"}", 200);
    }

    @Override
    public List<Floor> floors() {
        return List.of(
                new Floor.SameStatements(),
                new Floor.SomeStatements(
                        "fixed floor: one event, one upsert", List.of("into events.event", "into gift_card ")));
    }

    @Override
    public Bar bar() {
        return new Bar(cards == 1 ? 0 : 0.6, 6);
    }
}
