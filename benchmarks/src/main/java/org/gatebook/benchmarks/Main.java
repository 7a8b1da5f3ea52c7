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

/**
 * Runs the benchmarks and prints their figures. Options: {@code --clients 1,16,64}, {@code --rounds 3}, {@code --seconds
 * 5} a round, {@code --keep} to keep the data folder.
 */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        Path jar = Path.of(System.getProperty("gatebook.jar", "server/target/gatebook.jar"));
        if (!Files.exists(jar)) {
            throw new IOException("there is no server to measure at " + jar);
        }
        Path data = Files.createTempDirectory("gatebook-bench");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            List<Integer> clients = Arrays.stream(
                            option(words, "--clients", "1,16,64").split(","))
                    .map(Integer::valueOf)
                    .toList();
            int rounds = Integer.parseInt(option(words, "--rounds", "5"));
            Duration round = Duration.ofSeconds(Long.parseLong(option(words, "--seconds", "4")));
            new TransactBenchmark(
                            jar,
                            data,
                            new TransactBenchmark.Options(clients, rounds, round, Duration.ofSeconds(30)),
                            out)
                    .run();
            new ReplayBenchmark(jar, Files.createDirectory(data.resolve("replay")), out).run();
        } finally {
            if (!words.contains("--keep")) {
                delete(data);
            }
        }
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
