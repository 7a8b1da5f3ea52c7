package org.gatebook.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatebook.benchmarks.floor.FloorDatabase;
import org.gatebook.benchmarks.load.ClosedLoop;
import org.gatebook.benchmarks.load.CpuTime;
import org.gatebook.benchmarks.load.Figures;
import org.gatebook.benchmarks.load.KeepAliveClient;
import org.gatebook.benchmarks.server.DataFolder;
import org.gatebook.benchmarks.server.Program;
import org.gatebook.benchmarks.server.ServerProcess;
import org.gatebook.benchmarks.wire.RecordedTransaction;
import org.gatebook.benchmarks.wire.WireTap;
import org.gatebook.benchmarks.workload.Api;
import org.gatebook.benchmarks.workload.Floor;
import org.gatebook.benchmarks.workload.Workload;
import org.jspecify.annotations.Nullable;

/** Requests over HTTP, round by round beside their floors in the same database server. */
final class RequestBenchmark {

    private static final int USUAL_CLIENTS = 16;
    private static final int RECORDING_CLIENTS = 8;

    private static final int WARMING = 4_000;

    /** More than any floor is expected to send in a second. */
    private static final int RECORDED_A_SECOND = 3_000;

    private final Program program;
    private final DataFolder folder;
    private final Options options;
    private final PrintStream out;

    /**
     * What to measure.
     *
     * @param clients how many at a time, one figure each
     * @param rounds of each, the median counts
     * @param warmUp before the first round of a workload
     * @param profiles folder for a flight recording of the server under each workload; null for none
     */
    record Options(
            List<Workload> workloads,
            List<Integer> clients,
            int rounds,
            Duration round,
            Duration warmUp,
            @Nullable Path profiles) {}

    RequestBenchmark(Program program, DataFolder folder, Options options, PrintStream out) {
        this.program = program;
        this.folder = folder;
        this.options = options;
        this.out = out;
    }

    void run() throws Exception {
        try (ServerProcess server = ServerProcess.start(program, folder)) {
            try (Api api = new Api(server.client())) {
                for (Workload workload : options.workloads()) {
                    workload.prepare(api);
                }
            }
            FloorDatabase floors = FloorDatabase.keep(folder);
            Map<Workload, List<RecordedTransaction>> recorded = recorded();
            server.awaitHealthy();
            for (Map.Entry<Workload, List<RecordedTransaction>> each : recorded.entrySet()) {
                statements(each.getKey(), each.getValue());
                measure(each.getKey(), server, floors, each.getValue());
            }
        }
    }

    /** Lets a second node work through a wire tap and keeps what it sent. */
    private Map<Workload, List<RecordedTransaction>> recorded() throws Exception {
        Map<Workload, List<RecordedTransaction>> recorded = new LinkedHashMap<>();
        try (WireTap tap = new WireTap(folder.port());
                ServerProcess tapped = ServerProcess.startThrough(program, folder, tap.port())) {
            for (Workload workload : options.workloads()) {
                // What a node does once (caches, prepared statements) belongs to no request.
                requests(WARMING, tapped, workload);
                tap.drain();
                requests((int) (RECORDED_A_SECOND * options.round().toSeconds()), tapped, workload);
                recorded.put(
                        workload,
                        tap.drain().stream()
                                .filter(RecordedTransaction::isOfRequest)
                                .toList());
            }
        }
        return recorded;
    }

    private static void requests(int count, ServerProcess server, Workload workload) throws Exception {
        AtomicInteger left = new AtomicInteger(count);
        ClosedLoop.run(RECORDING_CLIENTS, Duration.ofMinutes(10), () -> {
            KeepAliveClient client = server.client();
            return new HttpLoop(client, workload, left);
        });
    }

    private void statements(Workload workload, List<RecordedTransaction> recorded) {
        Map<List<String>, Integer> shapes = new LinkedHashMap<>();
        recorded.forEach(transaction -> shapes.merge(transaction.statements(), 1, Integer::sum));
        out.printf("%n## %s%n%n", workload.name());
        shapes.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Integer>comparingByValue().reversed())
                .limit(2)
                .forEach(shape -> {
                    out.printf(
                            Locale.ROOT,
                            "%d statements (bar: %d) in %.0f %% of the requests:%n",
                            shape.getKey().size(),
                            workload.bar().statements(),
                            100.0 * shape.getValue() / recorded.size());
                    shape.getKey().forEach(statement -> out.println("    " + statement));
                });
        out.println();
    }

    private void measure(
            Workload workload, ServerProcess server, FloorDatabase floors, List<RecordedTransaction> recorded)
            throws Exception {
        Path profile = options.profiles() == null ? null : options.profiles().resolve(workload.name() + ".jfr");
        CpuTime[] meters = {
            server.processor(),
            folder.postgresql(),
            CpuTime.of(ProcessHandle.current().pid())
        };
        ClosedLoop.Clients api = () -> new HttpLoop(server.client(), workload, new AtomicInteger(Integer.MAX_VALUE));
        // What follows the log is still busy with what was measured before.
        server.awaitFollowed();
        ClosedLoop.run(USUAL_CLIENTS, options.warmUp(), api);
        if (profile != null) {
            server.jcmd(
                    "JFR.start",
                    "name=bench",
                    "settings=profile",
                    "jdk.CPUTimeSample#enabled=true",
                    "jdk.CPUTimeSample#throttle=2ms");
        }
        out.println("| clients | what | rate | p50 | p99 | CPU: server | database | generator | ratio |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        for (int clients : options.clients()) {
            Figures requests = new Figures();
            List<Figures> beside = new ArrayList<>();
            workload.floors().forEach(floor -> beside.add(new Figures()));
            for (int round = 0; round < options.rounds(); round++) {
                requests.add(ClosedLoop.run(clients, options.round(), api, meters));
                for (int i = 0; i < beside.size(); i++) {
                    ClosedLoop.Clients floor = floors.round(workload.floors().get(i), recorded);
                    beside.get(i).add(ClosedLoop.run(clients, options.round(), floor, meters));
                }
            }
            print(workload, clients, requests, beside);
        }
        if (profile != null) {
            server.jcmd("JFR.stop", "name=bench", "filename=" + profile.toAbsolutePath());
        }
    }

    private void print(Workload workload, int clients, Figures requests, List<Figures> beside) {
        out.printf("| %d | %s | %s | |%n", clients, workload.name(), requests.row());
        for (int i = 0; i < beside.size(); i++) {
            Floor floor = workload.floors().get(i);
            double ratio = requests.perSecond() / beside.get(i).perSecond();
            String bar = i == 0 && clients == USUAL_CLIENTS && workload.bar().ofFloor() > 0
                    ? String.format(Locale.ROOT, " (bar: %.1f)", workload.bar().ofFloor())
                    : "";
            out.printf(
                    Locale.ROOT,
                    "| %d | %s | %s | %.2f%s |%n",
                    clients,
                    floor.name(),
                    beside.get(i).row(),
                    ratio,
                    bar);
        }
    }

    /** A client of the API. */
    private record HttpLoop(KeepAliveClient client, Workload workload, AtomicInteger left)
            implements ClosedLoop.Client {

        @Override
        public boolean step() throws java.io.IOException {
            if (left.getAndDecrement() <= 0) {
                return false;
            }
            client.send(workload.next());
            return true;
        }

        @Override
        public void close() throws java.io.IOException {
            client.close();
        }
    }
}
