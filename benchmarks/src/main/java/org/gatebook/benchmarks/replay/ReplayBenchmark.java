package org.gatebook.benchmarks.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.benchmarks.server.DataFolder;
import org.gatebook.benchmarks.server.Program;
import org.gatebook.benchmarks.server.ServerProcess;
import org.gatebook.benchmarks.workload.Api;
import org.gatebook.benchmarks.workload.Festival;
import org.gatebook.benchmarks.workload.TransactGiftCard;

/**
 * How fast read models are folded anew, by the command in a JVM of its own: the streams of one gift card and of one order
 * with its tickets as the API wrote them, and many copies.
 */
public final class ReplayBenchmark {

    /** About 100,000 events. */
    private static final int CARDS = 1_500;

    private static final int TRANSACTIONS = 70;
    /** About half a million events: of a fifth of that, a third of the time goes to the JIT compiler. */
    private static final int ORDERS = 60_000;

    private final Program program;
    private final DataFolder folder;
    private final PrintStream out;

    public ReplayBenchmark(Program program, DataFolder folder, PrintStream out) {
        this.program = program;
        this.folder = folder;
        this.out = out;
    }

    /** Gift cards, each charged many times. */
    public void cards() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(program, folder);
                Api api = new Api(server.client())) {
            TransactGiftCard.charge(api, TRANSACTIONS);
        }
        replay("gift cards, each with " + TRANSACTIONS + " transactions", Set.of(GiftCardId.KIND), CARDS);
    }

    /** Orders with two tickets: placed, paid, both let in. */
    public void orders() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(program, folder);
                Api api = new Api(server.client())) {
            new Festival().runAnOrder(api);
        }
        replay("orders with two tickets: placed, paid, both scanned", Set.of(OrderId.KIND, TicketId.KIND), ORDERS);
    }

    private void replay(String what, Set<String> kinds, int copies) throws IOException, InterruptedException {
        StreamCopies.add(folder.path(), kinds, copies);
        out.printf("%n## replay of %,d %s%n%n", copies, what);
        // Copies come from no command, so the ledgers know nothing of them: the first run sets them right.
        run("--switch");
        List<String> report = run();
        report.forEach(out::println);
        if (report.stream().noneMatch(line -> line.startsWith("live and rebuilt are equal"))) {
            throw new IllegalStateException("what is live and what is folded anew differ");
        }
    }

    private List<String> run(String... options) throws IOException, InterruptedException {
        List<String> command = program.command("replay", "--data", folder.path().toString());
        command.addAll(List.of(options));
        Process replay = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines;
        try (var output = replay.inputReader()) {
            lines = output.lines().filter(line -> !line.startsWith("{")).toList();
        }
        replay.waitFor();
        return lines;
    }
}
