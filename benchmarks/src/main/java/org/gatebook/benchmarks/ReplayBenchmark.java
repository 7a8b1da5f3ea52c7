package org.gatebook.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.gatebook.benchmarks.workload.Api;
import org.gatebook.benchmarks.workload.TransactGiftCard;

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

    private final Program program;
    private final DataFolder folder;
    private final PrintStream out;

    ReplayBenchmark(Program program, DataFolder folder, PrintStream out) {
        this.program = program;
        this.folder = folder;
        this.out = out;
    }

    void run() throws IOException, InterruptedException, SQLException {
        try (ServerProcess server = ServerProcess.start(program, folder);
                Api api = new Api(server.client())) {
            TransactGiftCard cards = TransactGiftCard.any();
            cards.prepare(api);
            try (Connection connection = folder.application(DataFolder.DATABASE);
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
        List<String> command = program.command("replay", "--data", folder.path().toString());
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
