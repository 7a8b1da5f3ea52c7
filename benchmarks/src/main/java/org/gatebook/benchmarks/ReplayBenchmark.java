package org.gatebook.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Rebuilds the read models from the events that the other benchmarks left, and prints what the command says of it. */
final class ReplayBenchmark {

    private final Path jar;
    private final Path data;
    private final PrintStream out;

    ReplayBenchmark(Path jar, Path data, PrintStream out) {
        this.jar = jar;
        this.data = data;
        this.out = out;
    }

    void run() throws IOException, InterruptedException {
        Process replay = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-Daxoniq.update-checker.disabled=true",
                        "-Ddisable-axoniq-console-message=true",
                        "-jar",
                        jar.toString(),
                        "replay",
                        "--data",
                        data.toString()))
                .redirectErrorStream(true)
                .start();
        out.println();
        try (var lines = replay.inputReader()) {
            lines.lines().filter(line -> !line.startsWith("{")).forEach(out::println);
        }
        if (replay.waitFor() != 0) {
            out.println("THE REPLAY FOUND DIFFERENCES");
        }
    }
}
