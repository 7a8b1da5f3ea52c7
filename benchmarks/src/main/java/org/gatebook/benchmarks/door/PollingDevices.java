package org.gatebook.benchmarks.door;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gatebook.benchmarks.load.KeepAliveClient;
import org.gatebook.benchmarks.load.KeepAliveClient.Answer;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;
import org.gatebook.benchmarks.server.ServerProcess;

/**
 * Devices that ask for what is new every ten seconds, each at its own moment, while gates let people in. What is measured
 * is each request from the moment at which the device wanted to send it, so that a server that is behind does not look quick.
 */
final class PollingDevices {

    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final String ORDERS = "/orders/?testmode=false&exclude=downloads&exclude=payment_date"
            + "&exclude=payment_provider&exclude=fees&exclude=positions.downloads&exclude=payments&exclude=refunds"
            + "&ordering=-last_modified&modified_since=";

    private final ServerProcess server;
    private final LargeEvent event;
    private final Supplier<String> secrets;

    /** @param secrets of tickets that nobody has used */
    PollingDevices(ServerProcess server, LargeEvent event, Supplier<String> secrets) {
        this.server = server;
        this.event = event;
        this.secrets = secrets;
    }

    /** How long requests took, sorted; nanoseconds. */
    record Times(List<Long> polls, List<Long> scans) {}

    /** Lets them run; any answer that is not the expected one ends it. */
    Times run(int devices, int gates, Duration betweenScans, Duration duration) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        List<Callable<List<Long>>> polling = new ArrayList<>();
        for (int i = 0; i < devices; i++) {
            polling.add(() -> poll(end));
        }
        List<Callable<List<Long>>> scanning = new ArrayList<>();
        for (int i = 0; i < gates; i++) {
            scanning.add(() -> scan(betweenScans, end));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> all = Stream.concat(polling.stream(), scanning.stream())
                    .map(threads::submit)
                    .toList();
            return new Times(times(all.subList(0, devices)), times(all.subList(devices, all.size())));
        }
    }

    private static List<Long> times(List<Future<List<Long>>> parts) throws Exception {
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> part : parts) {
            all.addAll(part.get());
        }
        return all.stream().sorted().toList();
    }

    private List<Long> poll(long end) throws Exception {
        List<Long> times = new ArrayList<>();
        String since = Instant.now().toString();
        try (KeepAliveClient client = server.client()) {
            long wanted = System.nanoTime() + ThreadLocalRandom.current().nextLong(PERIOD.toNanos());
            for (; wanted < end; wanted += PERIOD.toNanos()) {
                sleepUntil(wanted);
                long begin = wanted;
                Answer page = client.send(
                        Request.get(event.path() + ORDERS + URLEncoder.encode(since, StandardCharsets.UTF_8)));
                since = page.pageGenerated();
                begin = took(begin, times);
                for (int more = 2; page.body().contains("\"next\":\"http"); more++) {
                    page = client.send(Request.get(event.path() + ORDERS
                            + URLEncoder.encode(since, StandardCharsets.UTF_8) + "&page=" + more));
                    begin = took(begin, times);
                }
                client.send(Request.get(event.path() + "/revokedsecrets/"));
                begin = took(begin, times);
                client.send(Request.get(event.path() + "/blockedsecrets/"));
                begin = took(begin, times);
                client.send(event.status());
                took(begin, times);
            }
        }
        return times;
    }

    private List<Long> scan(Duration between, long end) throws Exception {
        List<Long> times = new ArrayList<>();
        try (KeepAliveClient client = server.client()) {
            long wanted = System.nanoTime() + ThreadLocalRandom.current().nextLong(between.toNanos());
            for (; wanted < end; wanted += between.toNanos()) {
                sleepUntil(wanted);
                client.send(event.scan(secrets.get()));
                took(wanted, times);
            }
        }
        return times;
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(Math.max(0, nanos - System.nanoTime())));
    }

    private static long took(long begin, List<Long> times) {
        long now = System.nanoTime();
        times.add(now - begin);
        return now;
    }
}
