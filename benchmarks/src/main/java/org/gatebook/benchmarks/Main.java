package org.gatebook.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

/**
 * Runs the benchmarks and prints their figures. Options: {@code --only transact,replay-orders}, {@code --clients 1,16,64},
 * {@code --rounds 3}, {@code --seconds 4} a round, {@code --warm-up 40} seconds, {@code --profile DIR} for flight
 * recordings of the server, {@code --transactions 100000} of the long card, {@code --tickets 100000} of the long check-in list,
 * {@code --devices 1000} that poll, {@code --orders 200000} of the large event,
 * {@code --exported 100000} orders of an audit package, {@code --keep} to keep the data folder.
 */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        Program program = Program.find();
        Path data = Files.createTempDirectory("gatebook-bench");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> only = List.of(option(words, "--only", "").split(","));
        try {
            Festival festival = new Festival();
            List<Workload> workloads = Stream.of(
                            TransactGiftCard.any(),
                            TransactGiftCard.hot(),
                            AddOrder.hotQuota(festival),
                            AddOrder.tenQuotas(festival),
                            new RedeemTicket(festival),
                            new OrderDetail(festival),
                            new OrderPage(festival))
                    .filter(workload -> wanted(only, workload.name()))
                    .toList();
            if (!workloads.isEmpty()) {
                List<Integer> clients = Arrays.stream(
                                option(words, "--clients", "1,16,64").split(","))
                        .map(Integer::valueOf)
                        .toList();
                int rounds = Integer.parseInt(option(words, "--rounds", "3"));
                Duration round = Duration.ofSeconds(Long.parseLong(option(words, "--seconds", "4")));
                String profiles = option(words, "--profile", "");
                Duration warmUp = Duration.ofSeconds(Long.parseLong(option(words, "--warm-up", "40")));
                new RequestBenchmark(
                                program,
                                new DataFolder(Files.createDirectory(data.resolve("requests"))),
                                new RequestBenchmark.Options(
                                        workloads,
                                        clients,
                                        rounds,
                                        round,
                                        warmUp,
                                        profiles.isEmpty() ? null : Path.of(profiles)),
                                out)
                        .run();
            }
            if (wanted(only, "long-card")) {
                new LongCardBenchmark(
                                program,
                                new DataFolder(Files.createDirectory(data.resolve("long-card"))),
                                Integer.parseInt(option(words, "--transactions", "100000")),
                                out)
                        .run();
            }
            if (wanted(only, "door")) {
                new DoorBenchmark(
                                program,
                                new DataFolder(Files.createDirectory(data.resolve("door"))),
                                Integer.parseInt(option(words, "--tickets", "100000")),
                                Integer.parseInt(option(words, "--devices", "1000")),
                                out)
                        .run();
            }
            if (wanted(only, "large-event")) {
                new LargeEventBenchmark(
                                program,
                                Files.createDirectory(data.resolve("large-event")),
                                Integer.parseInt(option(words, "--orders", "200000")),
                                out)
                        .run();
            }
            if (wanted(only, "export")) {
                new ExportBenchmark(
                                program,
                                Files.createDirectory(data.resolve("export")),
                                Integer.parseInt(option(words, "--exported", "100000")),
                                out)
                        .run();
            }
            if (wanted(only, "replay-cards")) {
                replay(program, data.resolve("replay-cards"), out).cards();
            }
            if (wanted(only, "replay-orders")) {
                replay(program, data.resolve("replay-orders"), out).orders();
            }
            if (wanted(only, "replay-beside-sales")) {
                replay(program, data.resolve("replay-beside-sales"), out).besideSales();
            }
        } finally {
            if (!words.contains("--keep")) {
                delete(data);
            }
        }
    }

    private static ReplayBenchmark replay(Program program, Path folder, PrintStream out) throws IOException {
        return new ReplayBenchmark(program, new DataFolder(Files.createDirectory(folder)), out);
    }

    private static boolean wanted(List<String> only, String name) {
        return only.equals(List.of("")) || only.contains(name);
    }

    private static String option(List<String> words, String name, String fallback) {
        int at = words.indexOf(name);
        return at < 0 || at + 1 == words.size() ? fallback : words.get(at + 1);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
