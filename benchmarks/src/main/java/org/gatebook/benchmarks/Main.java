package org.gatebook.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gatebook.benchmarks.door.DoorBenchmark;
import org.gatebook.benchmarks.export.ExportBenchmark;
import org.gatebook.benchmarks.replay.ReplayBenchmark;
import org.gatebook.benchmarks.server.DataFolder;
import org.gatebook.benchmarks.server.Program;
import org.gatebook.benchmarks.workload.AddOrder;
import org.gatebook.benchmarks.workload.Festival;
import org.gatebook.benchmarks.workload.OrderDetail;
import org.gatebook.benchmarks.workload.OrderPage;
import org.gatebook.benchmarks.workload.RedeemTicket;
import org.gatebook.benchmarks.workload.TransactGiftCard;
import org.gatebook.benchmarks.workload.Workload;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the benchmarks and prints their figures. */
@Command(
        name = "bench",
        description = "Measure, and compare with the floors.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class Main implements Callable<Integer> {

    /** Those that are no requests by many clients. */
    private static final Set<String> OTHERS = Set.of(
            "long-card", "door", "large-event", "export", "replay-cards", "replay-orders", "replay-beside-sales");

    private final Festival festival = new Festival();
    private final List<Workload> workloads = List.of(
            TransactGiftCard.any(),
            TransactGiftCard.hot(),
            AddOrder.hotQuota(festival),
            AddOrder.tenQuotas(festival),
            new RedeemTicket(festival),
            new OrderDetail(festival),
            new OrderPage(festival));

    @Spec
    private CommandSpec spec;

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "These benchmarks; all without it.")
    private List<String> only = List.of();

    @Option(names = "--clients", split = ",", defaultValue = "1,16,64", description = "How many clients at a time.")
    private List<Integer> clients;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds of each; the median counts.")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "4", description = "Length of a round.")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "60", description = "Seconds before the first round.")
    private int warmUp;

    @Option(names = "--profile", paramLabel = "DIR", description = "Where to put flight recordings of the server.")
    private @Nullable Path profiles;

    @Option(names = "--transactions", defaultValue = "100000", description = "Of the long card.")
    private int transactions;

    @Option(names = "--tickets", defaultValue = "100000", description = "Of the long check-in list.")
    private int tickets;

    @Option(names = "--devices", defaultValue = "1000", description = "That poll.")
    private int devices;

    @Option(names = "--orders", defaultValue = "200000", description = "Of the large event.")
    private int orders;

    @Option(names = "--exported", defaultValue = "100000", description = "Orders of an audit package.")
    private int exported;

    @Option(names = "--keep", description = "Keep the data folder.")
    private boolean keep;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Set<String> names = new TreeSet<>(OTHERS);
        workloads.forEach(workload -> names.add(workload.name()));
        for (String name : only) {
            if (!names.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(), "there is no benchmark " + name + ", only " + String.join(", ", names));
            }
        }
        Path data = Files.createTempDirectory("gatebook-bench");
        try {
            run(Program.find(), data);
        } finally {
            if (!keep) {
                delete(data);
            }
        }
        return 0;
    }

    private void run(Program program, Path data) throws Exception {
        List<Workload> requests =
                workloads.stream().filter(workload -> wanted(workload.name())).toList();
        if (!requests.isEmpty()) {
            new RequestBenchmark(
                            program,
                            new DataFolder(Files.createDirectory(data.resolve("requests"))),
                            new RequestBenchmark.Options(
                                    requests,
                                    clients,
                                    rounds,
                                    Duration.ofSeconds(seconds),
                                    Duration.ofSeconds(warmUp),
                                    profiles),
                            out)
                    .run();
        }
        if (wanted("long-card")) {
            new LongCardBenchmark(
                            program,
                            new DataFolder(Files.createDirectory(data.resolve("long-card"))),
                            transactions,
                            out)
                    .run();
        }
        if (wanted("door")) {
            new DoorBenchmark(
                            program, new DataFolder(Files.createDirectory(data.resolve("door"))), tickets, devices, out)
                    .run();
        }
        if (wanted("large-event")) {
            new LargeEventBenchmark(program, Files.createDirectory(data.resolve("large-event")), orders, out).run();
        }
        if (wanted("export")) {
            new ExportBenchmark(program, Files.createDirectory(data.resolve("export")), exported, out).run();
        }
        if (wanted("replay-cards")) {
            replay(program, data.resolve("replay-cards")).cards();
        }
        if (wanted("replay-orders")) {
            replay(program, data.resolve("replay-orders")).orders();
        }
        if (wanted("replay-beside-sales")) {
            replay(program, data.resolve("replay-beside-sales")).besideSales();
        }
    }

    private ReplayBenchmark replay(Program program, Path folder) throws IOException {
        return new ReplayBenchmark(program, new DataFolder(Files.createDirectory(folder)), out);
    }

    private boolean wanted(String name) {
        return only.isEmpty() || only.contains(name);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
