package org.gatebook.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast the read models of gift cards are folded anew: real cards, their streams drawn out by copies of a real
 * transaction, replayed by the command in a JVM of its own, start and all.
 */
final class ReplayBenchmark {

    /** 300 more transactions for each card, with ids of their own. */
    private static final String DRAW_OUT = """
            insert into events.event
                (event_id, aggregate_type, aggregate_id, sequence, name, revision, organizer, payload, metadata)
            select gen_random_uuid(), e.aggregate_type, e.aggregate_id, e.sequence + n, e.name, e.revision, e.organizer,
                   regexp_replace(e.payload::text, '"id":[0-9]+', '"id":' || nextval('ops.client_id'))::json, e.metadata
              from events.event e, generate_series(1, 300) n
             where e.name = 'gift_card.transacted'
            """;

    private final Path jar;
    private final Path data;
    private final PrintStream out;

    ReplayBenchmark(Path jar, Path data, PrintStream out) {
        this.jar = jar;
        this.data = data;
        this.out = out;
    }

    void run() throws IOException, InterruptedException, SQLException {
        try (ServerProcess server = ServerProcess.start(jar, data, null, null)) {
            TransactBenchmark.issue(server.port());
            try (Connection connection = server.connect();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate(DRAW_OUT);
            }
        }
        // The copies were never projected: the first replay finds that out and puts it right.
        replay("--switch");
        out.println();
        replay().forEach(out::println);
    }

    private List<String> replay(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "-Daxoniq.update-checker.disabled=true",
                "-Ddisable-axoniq-console-message=true",
                "-jar",
                jar.toString(),
                "replay",
                "--data",
                data.toString()));
        command.addAll(List.of(options));
        Process replay = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines;
        try (var reader = replay.inputReader()) {
            lines = reader.lines().filter(line -> !line.startsWith("{")).toList();
        }
        replay.waitFor();
        return lines;
    }
}
