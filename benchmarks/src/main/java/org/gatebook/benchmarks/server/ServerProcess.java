package org.gatebook.benchmarks.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gatebook.benchmarks.load.CpuTime;
import org.gatebook.benchmarks.load.KeepAliveClient;

/** A server of its own for a benchmark: the real program, with a heap of 1 GiB. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final Path log;

    private ServerProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts a server on the folder's own database and waits until it is healthy. */
    public static ServerProcess start(Program program, DataFolder folder) throws IOException, InterruptedException {
        return start(program, folder, Map.of());
    }

    /** Starts one more node on the folder's database, which it reaches by way of a port. */
    public static ServerProcess startThrough(Program program, DataFolder folder, int port)
            throws IOException, InterruptedException {
        return start(
                program,
                folder,
                Map.of(
                        "GATEBOOK_DATABASE_URL",
                        folder.address(false, port),
                        "GATEBOOK_MIGRATION_URL",
                        folder.address(true, port),
                        "GATEBOOK_MASTER_KEY",
                        folder.masterKey()));
    }

    private static ServerProcess start(Program program, DataFolder folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        int port = freePort();
        Path log = folder.path().resolve(environment.isEmpty() ? "server.log" : "second-node.log");
        ProcessBuilder builder = new ProcessBuilder(program.command(
                        "serve",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        folder.path().toString(),
                        "--provision",
                        BenchmarkOrganizer.write(folder.path()).toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        ServerProcess server = new ServerProcess(builder.start(), port, log);
        server.awaitHealthy();
        return server;
    }

    /** A connection for requests. */
    public KeepAliveClient client() throws IOException {
        return new KeepAliveClient(port, BenchmarkOrganizer.TOKEN);
    }

    /** Gives the server's JVM a command. */
    public void jcmd(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process.pid())));
        command.addAll(List.of(words));
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException(command + " ended with " + status);
        }
    }

    /** Processor time of the server. */
    public CpuTime processor() {
        return CpuTime.of(process.pid());
    }

    /** Waits until what follows the log has caught up with it, so that it does not work beside what is measured. */
    public void awaitFollowed() throws IOException, InterruptedException {
        URI metrics = URI.create("http://127.0.0.1:" + port + "/actuator/prometheus");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (boolean behind = true; behind; Thread.sleep(500)) {
                behind = client.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("gatebook_streaming_lag_positions"))
                        .anyMatch(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) > 0);
            }
        }
    }

    /** Waits until the server says that it is well. */
    public void awaitHealthy() throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(START_LIMIT);
        URI health = URI.create("http://127.0.0.1:" + port + "/actuator/health");
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (Instant.now().isBefore(limit)) {
                if (!process.isAlive()) {
                    throw new IOException("the server ended at its start; see " + log);
                }
                try {
                    HttpResponse<Void> answer =
                            client.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding());
                    if (answer.statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // Not listening yet.
                }
                Thread.sleep(100);
            }
        }
        throw new IOException("the server was not healthy within " + START_LIMIT);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
