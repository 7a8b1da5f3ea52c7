package org.gatebook.benchmarks.door;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.benchmarks.load.ClosedLoop;
import org.gatebook.benchmarks.load.ClosedLoop.Result;
import org.gatebook.benchmarks.load.KeepAliveClient;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;
import org.gatebook.benchmarks.load.Repeated;
import org.gatebook.benchmarks.replay.StreamCopies;
import org.gatebook.benchmarks.server.DataFolder;
import org.gatebook.benchmarks.server.Program;
import org.gatebook.benchmarks.server.ServerProcess;
import org.gatebook.benchmarks.workload.Api;

/**
 * The doors of a large event: what status and search of a long check-in list cost, how long an old device waits for all
 * tickets of an event a fifth as large while scans go on, and whether many devices can follow it all.
 */
public final class DoorBenchmark {

    private static final int COPIES = 500;
    private static final int TICKETS_AN_ORDER = 2;
    private static final int SMALLER = 5;
    private static final int GATES = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final Duration POLLING = Duration.ofSeconds(60);
    private static final Duration BETWEEN_SCANS = Duration.ofSeconds(4);
    private static final Duration BETWEEN_FAST_SCANS = Duration.ofMillis(100);

    private final Program program;
    private final DataFolder folder;
    private final int tickets;
    private final int devices;
    private final PrintStream out;

    /**
     * @param tickets of the long list
     * @param devices that poll
     */
    public DoorBenchmark(Program program, DataFolder folder, int tickets, int devices, PrintStream out) {
        this.program = program;
        this.folder = folder;
        this.tickets = tickets;
        this.devices = devices;
        this.out = out;
    }

    public void run() throws Exception {
        int orders = tickets / TICKETS_AN_ORDER / COPIES;
        LargeEvent arena;
        LargeEvent club;
        try (ServerProcess server = ServerProcess.start(program, folder);
                Api api = new Api(server.client())) {
            arena = LargeEvent.open(api, "arena", orders);
            club = LargeEvent.open(api, "club", orders / SMALLER);
        }
        StreamCopies.add(folder.path(), Set.of(OrderId.KIND, TicketId.KIND), COPIES - 1);
        try (ServerProcess server = ServerProcess.start(program, folder)) {
            Iterator<String> fresh = unused(arena).iterator();
            Iterator<String> freshOfClub = unused(club).iterator();
            out.printf(Locale.ROOT, "%n## the doors of an event with %,d tickets%n%n", tickets);
            out.println("| what | p50 | p99 | bar of p50 |");
            out.println("|---|---|---|---|");
            measure(server, "status", arena::status, 20);
            measure(server, "scan and status in turn", alternating(arena, fresh), 20);
            measure(server, "search by a full name", () -> arena.search(LargeEvent.someName(random())), 20);
            measure(server, "search by part of an address", () -> arena.search("rossi" + random().nextInt(1_000)), 20);
            measure(server, "search by a code or a secret", () -> arena.search(letters(4)), 20);
            Scans scans = new Scans(server, club, freshOfClub);
            measure(
                    server,
                    String.format(Locale.ROOT, "download of %,d tickets, 10 scans/s", tickets / SMALLER),
                    club::download,
                    300);
            scans.end();
            poll(server, arena, fresh);
        }
    }

    private static Random random() {
        return new Random(ThreadLocalRandom.current().nextLong());
    }

    private static String letters(int count) {
        StringBuilder letters = new StringBuilder();
        random().ints(count, 'a', 'z' + 1).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** So that no status is that of a count which is still good. */
    private static Supplier<Request> alternating(LargeEvent event, Iterator<String> fresh) {
        AtomicBoolean scan = new AtomicBoolean();
        return () -> {
            scan.set(!scan.get());
            return scan.get() ? event.scan(fresh.next()) : event.status();
        };
    }

    private void measure(ServerProcess server, String what, Supplier<Request> requests, int barMillis)
            throws Exception {
        ClosedLoop.run(1, WARM_UP, () -> new Repeated(server.client(), requests));
        Result result = ClosedLoop.run(1, ROUND, () -> new Repeated(server.client(), requests));
        out.printf(
                Locale.ROOT,
                "| %s | %.2f ms | %.2f ms | %d ms |%n",
                what,
                result.p50().toNanos() / 1e6,
                result.p99().toNanos() / 1e6,
                barMillis);
    }

    private void poll(ServerProcess server, LargeEvent event, Iterator<String> fresh) throws Exception {
        PollingDevices polling = new PollingDevices(server, event, () -> {
            synchronized (fresh) {
                return fresh.next();
            }
        });
        PollingDevices.Times times = polling.run(devices, GATES, BETWEEN_SCANS, POLLING);
        out.printf(
                Locale.ROOT,
                "%n%,d devices that poll every 10 s and %d gates that scan every %d s, for %d s: no error.%n",
                devices,
                GATES,
                BETWEEN_SCANS.toSeconds(),
                POLLING.toSeconds());
        print("requests of devices", times.polls());
        print("scans", times.scans());
    }

    private void print(String what, List<Long> times) {
        out.printf(
                Locale.ROOT,
                "%,d %s: p50 %.2f ms, p99 %.2f ms (bar: 500 ms), longest %.2f ms%n",
                times.size(),
                what,
                times.get(times.size() / 2) / 1e6,
                times.get((int) (times.size() * 0.99)) / 1e6,
                times.getLast() / 1e6);
    }

    /** Secrets of tickets that were not scanned. */
    private List<String> unused(LargeEvent event) throws Exception {
        List<String> secrets = new ArrayList<>();
        try (Connection connection = folder.application(DataFolder.DATABASE);
                PreparedStatement statement = connection.prepareStatement(
                        "select secret from ticket where event = ? and checkins = '[]' order by id")) {
            statement.setString(1, event.slug());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    secrets.add(rows.getString(1));
                }
            }
        }
        return LargeEvent.shuffled(secrets);
    }

    /** A gate that scans at its own pace until it is told to end. */
    private static final class Scans {

        private final AtomicBoolean open = new AtomicBoolean(true);
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final Future<?> gate;

        Scans(ServerProcess server, LargeEvent event, Iterator<String> fresh) {
            gate = thread.submit(() -> {
                try (KeepAliveClient client = server.client()) {
                    while (open.get()) {
                        client.send(event.scan(fresh.next()));
                        Thread.sleep(BETWEEN_FAST_SCANS);
                    }
                }
                return null;
            });
        }

        void end() throws Exception {
            open.set(false);
            gate.get();
            thread.close();
        }
    }
}
