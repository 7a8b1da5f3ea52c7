package org.gatebook.benchmarks;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.benchmarks.load.ClosedLoop;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;
import org.gatebook.benchmarks.load.Repeated;
import org.gatebook.benchmarks.replay.StreamCopies;
import org.gatebook.benchmarks.server.DataFolder;
import org.gatebook.benchmarks.server.Program;
import org.gatebook.benchmarks.server.ServerProcess;
import org.gatebook.benchmarks.workload.Api;
import org.gatebook.benchmarks.workload.ManyOrders;

/** What reading costs in an event with very many orders, for one client, beside the same in a small event. */
final class LargeEventBenchmark {

    private static final int SMALL = 2_000;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final double BAR_MILLIS = 25;
    private static final double BAR_RATIO = 3;

    private final Program program;
    private final Path folder;
    private final int orders;
    private final PrintStream out;

    /** @param orders how many the large event has */
    LargeEventBenchmark(Program program, Path folder, int orders, PrintStream out) {
        this.program = program;
        this.folder = folder;
        this.orders = orders;
        this.out = out;
    }

    void run() throws Exception {
        Map<String, Duration> small = measured("small", SMALL);
        Map<String, Duration> large = measured("large", orders);
        out.printf(Locale.ROOT, "%n## an event with %,d orders, one client; its counts are exact%n%n", orders);
        out.printf(Locale.ROOT, "| what | p50 | of %,d orders | ratio |%n|---|---|---|---|%n", SMALL);
        large.forEach((what, time) -> out.printf(
                Locale.ROOT,
                "| %s | %.2f ms (bar: %.0f) | %.2f ms | %.2f (bar: %.0f) |%n",
                what,
                millis(time),
                BAR_MILLIS,
                millis(small.getOrDefault(what, Duration.ZERO)),
                millis(time) / millis(small.getOrDefault(what, Duration.ZERO)),
                BAR_RATIO));
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    private Map<String, Duration> measured(String name, int copies) throws Exception {
        DataFolder data = new DataFolder(Files.createDirectory(folder.resolve(name)));
        ManyOrders event = new ManyOrders();
        try (ServerProcess server = ServerProcess.start(program, data);
                Api api = new Api(server.client())) {
            event.sellTheFirst(api);
        }
        StreamCopies.add(data.path(), Set.of(OrderId.KIND, TicketId.KIND), copies);
        Map<String, Duration> times = new LinkedHashMap<>();
        try (ServerProcess server = ServerProcess.start(program, data)) {
            try (Api api = new Api(server.client())) {
                event.sellTheLast(api, copies);
            }
            for (Map.Entry<String, Supplier<Request>> question :
                    event.questions().entrySet()) {
                ClosedLoop.run(1, WARM_UP, () -> new Repeated(server.client(), question.getValue()));
                times.put(
                        question.getKey(),
                        ClosedLoop.run(1, ROUND, () -> new Repeated(server.client(), question.getValue()))
                                .p50());
            }
        }
        return times;
    }
}
