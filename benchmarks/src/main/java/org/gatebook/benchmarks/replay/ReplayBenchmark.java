package org.gatebook.benchmarks.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.benchmarks.load.ClosedLoop;
import org.gatebook.benchmarks.load.Repeated;
import org.gatebook.benchmarks.server.DataFolder;
import org.gatebook.benchmarks.server.Program;
import org.gatebook.benchmarks.server.ServerProcess;
import org.gatebook.benchmarks.workload.Api;
import org.gatebook.benchmarks.workload.Festival;
import org.gatebook.benchmarks.workload.TransactGiftCard;
import org.gatebook.server.Application;
import org.gatebook.server.settings.ServerSettings;

/**
 * How fast read models are folded anew, by the command in a JVM of its own: the streams of one gift card and of one order
 * with its tickets as the API wrote them, and many copies.
 */
public final class ReplayBenchmark {

    /** About 100,000 events. */
    private static final int CARDS = 1_500;

    private static final int TRANSACTIONS = 70;

    /** About a million events: of half of that, a third of all processor time goes to the JIT compiler. */
    private static final int ORDERS = 120_000;

    /** Enough that a slow replay takes longer than what its ends cost, few enough that the past follows them soon. */
    private static final int ORDERS_BESIDE_SALES = 30_000;

    /** Of the nightly replay, unless an operator says otherwise. */
    private static final int PACE = 25;

    private static final int CLIENTS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration ALONE = Duration.ofSeconds(20);
    private static final Duration SLICE = Duration.ofSeconds(5);
    private static final Pattern RATE = Pattern.compile("\\(([0-9,]+)/s\\)");

    private final Program program;
    private final DataFolder folder;
    private final PrintStream out;

    public ReplayBenchmark(Program program, DataFolder folder, PrintStream out) {
        this.program = program;
        this.folder = folder;
        this.out = out;
    }

    /** Gift cards, each charged many times. */
    public void cards() throws Exception {
        try (ServerProcess server = ServerProcess.start(program, folder);
                Api api = new Api(server.client())) {
            TransactGiftCard.charge(api, TRANSACTIONS);
        }
        replay("gift cards, each with " + TRANSACTIONS + " transactions", Set.of(GiftCardId.KIND), CARDS);
    }

    /** Orders with two tickets: placed, paid, both let in. */
    public void orders() throws Exception {
        Festival festival = new Festival();
        sellOne(festival);
        replay("orders with two tickets: placed, paid, both scanned", Set.of(OrderId.KIND, TicketId.KIND), ORDERS);
    }

    /** A slow replay of such orders beside a shop. */
    public void besideSales() throws Exception {
        Festival festival = new Festival();
        sellOne(festival);
        StreamCopies.add(folder.path(), Set.of(OrderId.KIND, TicketId.KIND), ORDERS_BESIDE_SALES);
        run("--switch");
        out.printf("%n## replay of %,d orders at a pace of %d %%, beside sales%n%n", ORDERS_BESIDE_SALES, PACE);
        try (ServerProcess server = ServerProcess.start(program, folder)) {
            server.awaitFollowed();
            sell(server, festival, WARM_UP);
            double before = sell(server, festival, ALONE);
            Process replay = start("--pace", Integer.toString(PACE));
            long begun = System.nanoTime();
            long sold = 0;
            while (replay.isAlive()) {
                sold += ClosedLoop.run(CLIENTS, SLICE, () -> new Repeated(server.client(), festival::placeAnOrder))
                        .steps();
            }
            double during = sold * 1e9 / (System.nanoTime() - begun);
            double after = sell(server, festival, ALONE);
            List<String> report = output(replay);
            report.forEach(out::println);
            requireEqual(report);
            out.printf(
                    Locale.ROOT,
                    "%d clients place %.0f orders/s before and %.0f/s after, and %.0f/s while all of it is replayed at"
                            + " a pace of %d %%: %.0f %% less (bar: 30 %%)%n",
                    CLIENTS,
                    before,
                    after,
                    during,
                    PACE,
                    100 - 100 * during / ((before + after) / 2));
        }
    }

    private void sellOne(Festival festival) throws Exception {
        try (ServerProcess server = ServerProcess.start(program, folder);
                Api api = new Api(server.client())) {
            festival.runAnOrder(api);
        }
    }

    private static double sell(ServerProcess server, Festival festival, Duration time) throws Exception {
        return ClosedLoop.run(CLIENTS, time, () -> new Repeated(server.client(), festival::placeAnOrder))
                .perSecond();
    }

    private void replay(String what, Set<String> kinds, int copies) throws Exception {
        StreamCopies.add(folder.path(), kinds, copies);
        out.printf("%n## replay of %,d %s%n%n", copies, what);
        // Copies come from no command, so the ledgers know nothing of them: the first run sets them right.
        run("--switch");
        List<String> report = run();
        report.forEach(out::println);
        requireEqual(report);
        besideTheFloor(report.getFirst());
    }

    private void besideTheFloor(String summary) throws SQLException {
        Matcher rate = RATE.matcher(summary);
        if (!rate.find()) {
            throw new IllegalStateException("no rate in " + summary);
        }
        double replayed = Double.parseDouble(rate.group(1).replace(",", ""));
        ServerSettings settings =
                ServerSettings.read(Map.of("GATEBOOK_DATA", folder.path().toString()), Map.of());
        try (Application database = Application.openForCommand(settings)) {
            double floor = JdbcFold.eventsPerSecond(database.part(DataSource.class));
            out.printf(
                    Locale.ROOT,
                    "floor: a bare JDBC fold gets through %,.0f events/s, ratio %.2f%n",
                    floor,
                    replayed / floor);
        }
    }

    private static void requireEqual(List<String> report) {
        if (report.stream().noneMatch(line -> line.startsWith("live and rebuilt are equal"))) {
            throw new IllegalStateException("what is live and what is folded anew differ: " + report);
        }
    }

    private List<String> run(String... options) throws IOException, InterruptedException {
        Process replay = start(options);
        List<String> lines = output(replay);
        replay.waitFor();
        return lines;
    }

    private Process start(String... options) throws IOException {
        List<String> command = program.command("replay", "--data", folder.path().toString());
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static List<String> output(Process replay) throws IOException {
        try (var output = replay.inputReader()) {
            return output.lines().filter(line -> !line.startsWith("{")).toList();
        }
    }
}
