package org.gatebook.server.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.gatebook.server.system.Api;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants one ticket.
 *
 * @param email nobody else has it
 * @param nodes the one asked first comes first
 * @param threads for those who ask twice at once
 */
record Buyer(String email, Manners manners, Prize prize, List<Api> nodes, ExecutorService threads)
        implements Callable<Buyer.Outcome> {

    private static final int LONGEST_PATIENCE = 40;

    /** How a buyer asks. */
    enum Manners {
        /** Waits for the answer. */
        PATIENT,
        /** Sends the order, hangs up, and asks again under the same key, also the other node; wants to know in the end. */
        HANGING_UP,
        /** Sends the same order under the same key to both nodes at once. */
        ASKING_TWICE,
        /** Sends the order, hangs up, and is never heard of again. */
        GONE
    }

    /** @param answer null if nobody waited for it */
    record Outcome(Buyer buyer, Api.@Nullable Answer answer) {

        boolean bought() {
            return answer != null && answer.status() == 201;
        }
    }

    @Override
    public Outcome call() throws Exception {
        return new Outcome(
                this,
                switch (manners) {
                    case PATIENT -> told(nodes.getFirst(), null);
                    case HANGING_UP -> {
                        for (int attempt = 0; attempt < 3; attempt++) {
                            hangUp(nodes.get(attempt % nodes.size()), email);
                        }
                        yield told(nodes.getLast(), email);
                    }
                    case ASKING_TWICE -> {
                        Future<Api.Answer> there = threads.submit(() -> told(nodes.getLast(), email));
                        Api.Answer here = told(nodes.getFirst(), email);
                        assertThat(there.get()).isEqualTo(here);
                        yield here;
                    }
                    case GONE -> {
                        hangUp(nodes.getFirst(), null);
                        yield null;
                    }
                });
    }

    private void hangUp(Api node, @Nullable String key) throws IOException, InterruptedException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        double share = random.nextInt(4) == 0 ? random.nextDouble() : 1;
        node.postAndHangUp(path(), order(), key, share, Duration.ofMillis(random.nextInt(LONGEST_PATIENCE)));
    }

    /** A busy server may ask a client to come back; it does. */
    private Api.Answer told(Api node, @Nullable String key) throws IOException, InterruptedException {
        while (true) {
            Api.Answer answer = key == null ? node.post(path(), order()) : node.post(path(), order(), key);
            if (answer.status() != 409 && answer.status() != 503) {
                return answer;
            }
        }
    }

    private String path() {
        return prize.office().path() + "orders/";
    }

    private String order() {
        return """
            {"email": "%s", "locale": "en", "sales_channel": "web", "positions": [%s]}\
            """.formatted(email, prize.position());
    }
}
