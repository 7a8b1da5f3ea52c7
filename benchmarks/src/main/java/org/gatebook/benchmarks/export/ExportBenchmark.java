package org.gatebook.benchmarks.export;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;
import org.gatebook.benchmarks.replay.StreamCopies;
import org.gatebook.benchmarks.server.DataFolder;
import org.gatebook.benchmarks.server.Program;
import org.gatebook.benchmarks.server.ServerProcess;
import org.gatebook.benchmarks.workload.Api;
import org.gatebook.benchmarks.workload.Festival;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Audit packages of few and of many orders with the same small heap, written beside a server that answers; their own
 * checks; and their sums beside what the API's answers add up to.
 */
public final class ExportBenchmark {

    private static final String HEAP = "-Xmx160m";
    private static final int FEW = 10;
    private static final int INVOICED = 100;
    private static final Pattern LEFT = Pattern.compile("->(\\d+)M\\(");

    private final Program program;
    private final Path folder;
    private final int orders;
    private final PrintStream out;

    /** @param orders how many the larger package has */
    public ExportBenchmark(Program program, Path folder, int orders, PrintStream out) {
        this.program = program;
        this.folder = folder;
        this.orders = orders;
        this.out = out;
    }

    public void run() throws IOException, InterruptedException {
        out.printf(
                Locale.ROOT, "%n## audit packages, written with a heap of %s beside a server%n%n", HEAP.substring(4));
        out.println(
                "| orders | events | written in | most heap in use after a collection | checked in | by check.py in |");
        out.println("|---|---|---|---|---|---|");
        measure("few", orders / FEW);
        measure("many", orders);
    }

    private void measure(String name, int copies) throws IOException, InterruptedException {
        DataFolder data = new DataFolder(Files.createDirectory(folder.resolve(name)));
        try (ServerProcess server = ServerProcess.start(program, data);
                Api api = new Api(server.client())) {
            begin(api);
        }
        StreamCopies.add(data.path(), Set.of(OrderId.KIND, TicketId.KIND, GiftCardId.KIND), copies - 1);
        Path target = folder.resolve(name + "-package");
        try (ServerProcess server = ServerProcess.start(program, data)) {
            try (Api api = new Api(server.client())) {
                invoice(api);
            }
            Path log = folder.resolve(name + ".gc");
            Duration written = timed(export(data, target, log));
            Duration checked = timed(program.command(
                    "export", "--data", folder.resolve("nothing").toString(), "--check", target.toString()));
            Duration byScript =
                    timed(List.of("python3", target.resolve("check.py").toString()));
            JsonNode manifest = JsonMapper.shared().readTree(Files.readString(target.resolve("manifest.json")));
            out.printf(
                    Locale.ROOT,
                    "| %,d | %,d | %.1f s | %d MB | %.1f s | %.1f s |%n",
                    copies,
                    manifest.get("events").asLong(),
                    seconds(written),
                    most(log),
                    seconds(checked),
                    seconds(byScript));
            // The server closes a connection that says nothing for as long as an export takes.
            try (Api api = new Api(server.client())) {
                compare(manifest, ApiSums.of(api));
            }
        }
    }

    /** An order with two tickets that was paid, a part of it refunded, and a gift card that was used. */
    private static void begin(Api api) throws IOException {
        new Festival().sellAnOrder(api);
        JsonNode order =
                api.send(Request.get(Api.ROOT + "/orders/")).get("results").get(0);
        String path = Api.ROOT + "/events/festival/orders/" + order.get("code").asString();
        api.send(Request.post(path + "/refunds/", """
            {"state": "created", "source": "admin", "amount": "5.00", "payment": 1, "provider": "manual"}
            """, 201));
        long card = api.create(
                        "/giftcards/",
                        "{\"secret\": \"PACKAGE\", \"value\": \"50.00\", \"currency\": \"EUR\", \"testmode\": false}")
                .get("id")
                .asLong();
        api.send(Request.post(Api.ROOT + "/giftcards/" + card + "/transact/", "{\"value\": \"-12.50\"}", 200));
    }

    private static void invoice(Api api) throws IOException {
        api.patch("/events/festival/settings/", "{\"invoice_generate\": \"admin\"}");
        List<String> codes = new ArrayList<>();
        for (int page = 1; codes.size() < INVOICED; page++) {
            api.send(Request.get(Api.ROOT + "/orders/?page=" + page))
                    .get("results")
                    .forEach(order -> codes.add(order.get("code").asString()));
        }
        for (String code : codes) {
            api.create("/events/festival/orders/" + code + "/create_invoice/", "{}");
        }
    }

    private List<String> export(DataFolder data, Path target, Path log) {
        List<String> command = program.command(
                "export",
                "--data",
                data.path().toString(),
                "--organizer",
                Api.ORGANIZER,
                "--from",
                "2020-01-01",
                "--to",
                "2100-01-01",
                "--out",
                target.toString());
        // Behind those of the program, of which the last one counts.
        command.addAll(command.indexOf(program.from().getFirst()), List.of(HEAP, "-Xlog:gc:file=" + log));
        return command;
    }

    private Duration timed(List<String> command) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " ended with " + process.exitValue() + ":\n" + printed);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static long most(Path log) throws IOException {
        long most = 0;
        for (String line : Files.readAllLines(log)) {
            Matcher left = LEFT.matcher(line);
            if (left.find()) {
                most = Math.max(most, Long.parseLong(left.group(1)));
            }
        }
        return most;
    }

    private void compare(JsonNode manifest, SortedMap<String, BigDecimal> api) {
        SortedMap<String, BigDecimal> written = new TreeMap<>();
        manifest.get("sums")
                .get("EUR")
                .properties()
                .forEach(sum ->
                        written.put(sum.getKey(), new BigDecimal(sum.getValue().asString())));
        if (!written.equals(api)) {
            throw new IllegalStateException("the package says " + written + ", the API " + api);
        }
        out.println();
        out.println("the sums equal the API's: " + written);
        out.println();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
