package org.gatebook.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.gatebook.benchmarks.load.ClosedLoop;
import org.gatebook.benchmarks.load.KeepAliveClient;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;
import org.gatebook.benchmarks.load.Repeated;
import org.gatebook.benchmarks.server.DataFolder;
import org.gatebook.benchmarks.server.Program;
import org.gatebook.benchmarks.server.ServerProcess;
import org.gatebook.benchmarks.workload.Api;
import org.gatebook.benchmarks.workload.OneCard;

/**
 * What it costs that a gift card has a long past: a transaction on it, the first one on a node that does not know the card,
 * both beside the same on new cards; and pages deep in the list of its transactions, beside the first one. In turn, in the
 * same minutes.
 */
final class LongCardBenchmark {

    private static final int FILLING_CLIENTS = 16;
    private static final int NEW_CARDS = 1_000;
    private static final int ROUNDS = 3;
    private static final int COLD_STARTS = 3;
    private static final int SEASONED_CARDS = 30;
    private static final int SEASONING = 60;
    private static final int PAGE = 50;
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final double BAR = 2;

    private final Program program;
    private final DataFolder folder;
    private final int transactions;
    private final PrintStream out;

    /** @param transactions how many the long card has */
    LongCardBenchmark(Program program, DataFolder folder, int transactions, PrintStream out) {
        this.program = program;
        this.folder = folder;
        this.transactions = transactions;
        this.out = out;
    }

    void run() throws Exception {
        out.printf(Locale.ROOT, "%n## a card with %,d transactions%n%n", transactions);
        OneCard old;
        List<OneCard> fresh;
        List<OneCard> unknown;
        List<OneCard> seasoned;
        try (ServerProcess server = ServerProcess.start(program, folder)) {
            try (Api api = new Api(server.client())) {
                old = OneCard.issue(api, "LONG");
                fresh = OneCard.issue(api, "NEW", NEW_CARDS);
                unknown = OneCard.issue(api, "UNKNOWN", COLD_STARTS);
                seasoned = OneCard.issue(api, "SEASONED", SEASONED_CARDS);
                for (int i = 0; i < SEASONING * SEASONED_CARDS; i++) {
                    api.send(seasoned.get(i % SEASONED_CARDS).charge());
                }
            }
            fill(server, old);
            ClosedLoop.run(1, WARM_UP, () -> new Repeated(server.client(), anyOf(fresh)));
            out.println("| what | p50 | beside | its p50 | ratio |");
            out.println("|---|---|---|---|---|");
            compare(server, "transaction", old::charge, "of new cards", anyOf(fresh), BAR);
            int last = 1 + transactions / PAGE;
            ClosedLoop.run(1, WARM_UP.dividedBy(2), () -> new Repeated(server.client(), () -> old.page(2)));
            compare(server, "page " + last / 2, () -> old.page(last / 2), "page 1", () -> old.page(1), 0);
            compare(server, "page " + (last - 1), () -> old.page(last - 1), "page 1", () -> old.page(1), 0);
        }
        coldStarts(old, unknown, seasoned, fresh);
    }

    private void fill(ServerProcess server, OneCard card) throws Exception {
        AtomicInteger left = new AtomicInteger(transactions);
        ClosedLoop.Result filled = ClosedLoop.run(FILLING_CLIENTS, Duration.ofHours(1), () -> {
            KeepAliveClient client = server.client();
            return new Repeated(client, card::charge) {
                @Override
                public boolean step() throws IOException {
                    return left.getAndDecrement() > 0 && super.step();
                }
            };
        });
        out.printf(Locale.ROOT, "Filled by %d clients at %,.0f/s.%n%n", FILLING_CLIENTS, filled.perSecond());
    }

    private void compare(
            ServerProcess server,
            String what,
            Supplier<Request> requests,
            String beside,
            Supplier<Request> others,
            double bar)
            throws Exception {
        List<Duration> times = new ArrayList<>();
        List<Duration> timesBeside = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            times.add(ClosedLoop.run(1, ROUND, () -> new Repeated(server.client(), requests))
                    .p50());
            timesBeside.add(ClosedLoop.run(1, ROUND, () -> new Repeated(server.client(), others))
                    .p50());
        }
        row(what, times, beside, timesBeside, bar);
    }

    /** The JVM is warmed with other cards, so that only these are new to it, and neither code nor classes. */
    private void coldStarts(OneCard old, List<OneCard> unknown, List<OneCard> seasoned, List<OneCard> others)
            throws Exception {
        List<Duration> oldTimes = new ArrayList<>();
        List<Duration> freshTimes = new ArrayList<>();
        for (OneCard fresh : unknown) {
            try (ServerProcess server = ServerProcess.start(program, folder)) {
                ClosedLoop.run(1, WARM_UP.dividedBy(4), () -> new Repeated(server.client(), anyOf(seasoned)));
                ClosedLoop.run(1, WARM_UP.dividedBy(4), () -> new Repeated(server.client(), anyOf(others)));
                try (KeepAliveClient client = server.client()) {
                    freshTimes.add(time(client, fresh.charge()));
                    oldTimes.add(time(client, old.charge()));
                }
            }
        }
        row("first transaction of a node", oldTimes, "of new cards", freshTimes, BAR);
    }

    private static Duration time(KeepAliveClient client, Request request) throws IOException {
        long begin = System.nanoTime();
        client.send(request);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void row(String what, List<Duration> times, String beside, List<Duration> timesBeside, double bar) {
        double millis = median(times);
        double millisBeside = median(timesBeside);
        out.printf(
                Locale.ROOT,
                "| %s | %.2f ms | %s | %.2f ms | %.2f%s |%n",
                what,
                millis,
                beside,
                millisBeside,
                millis / millisBeside,
                bar > 0 ? String.format(Locale.ROOT, " (bar: %.1f)", bar) : "");
    }

    private static double median(List<Duration> times) {
        return times.stream()
                        .sorted(Comparator.naturalOrder())
                        .toList()
                        .get(times.size() / 2)
                        .toNanos()
                / 1e6;
    }

    private static Supplier<Request> anyOf(List<OneCard> cards) {
        AtomicInteger next = new AtomicInteger();
        return () -> cards.get(next.getAndIncrement() % cards.size()).charge();
    }
}
