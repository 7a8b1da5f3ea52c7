package org.gatebook.server.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that debit cards all the time and remember every debit that was acknowledged. */
final class Tills implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final List<Thread> threads = new ArrayList<>();
    private final Map<Long, Set<String>> acknowledged = new ConcurrentHashMap<>();
    private final List<Api.Answer> refused = new ArrayList<>();
    private volatile boolean open = true;

    /** Starts so many clients; they go on until they are closed or their server is gone. */
    Tills(Api api, List<Long> cards, int clients) {
        cards.forEach(card -> acknowledged.put(card, ConcurrentHashMap.newKeySet()));
        for (int i = 0; i < clients; i++) {
            int client = i;
            threads.add(Thread.ofPlatform().start(() -> debit(api, cards, client)));
        }
    }

    private void debit(Api api, List<Long> cards, int client) {
        for (int i = client; open; i++) {
            long card = cards.get(i % cards.size());
            String text = "t" + NUMBER.incrementAndGet();
            try {
                Api.Answer answer = api.debit(card, text);
                if (answer.status() == 200) {
                    acknowledged.get(card).add(text);
                } else {
                    synchronized (refused) {
                        refused.add(answer);
                    }
                }
            } catch (IOException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** The texts that were acknowledged, by card. */
    Map<Long, Set<String>> acknowledged() {
        return acknowledged;
    }

    int count() {
        return acknowledged.values().stream().mapToInt(Set::size).sum();
    }

    List<Api.Answer> refused() {
        synchronized (refused) {
            return List.copyOf(refused);
        }
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
