package org.gatebook.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server of its own for a benchmark: the real jar, with a heap of 1 GiB, on a fresh data folder. */
final class ServerProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final Path data;

    private ServerProcess(Process process, int port, Path data) {
        this.process = process;
        this.port = port;
        this.data = data;
    }

    /**
     * Starts a server and waits until it is healthy.
     *
     * @param databaseUrl another way to the folder's database; null for the straight one
     */
    static ServerProcess start(Path jar, Path data, @Nullable String databaseUrl, @Nullable String migrationUrl)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "-Daxoniq.update-checker.disabled=true",
                "-Ddisable-axoniq-console-message=true",
                "-jar",
                jar.toString(),
                "serve",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString(),
                "--provision",
                BenchmarkOrganizer.write(data).toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("server.log").toFile());
        if (databaseUrl != null && migrationUrl != null) {
            builder.environment().put("GATEBOOK_DATABASE_URL", databaseUrl);
            builder.environment().put("GATEBOOK_MIGRATION_URL", migrationUrl);
            builder.environment()
                    .put(
                            "GATEBOOK_MASTER_KEY",
                            Files.readString(data.resolve("master.key")).strip());
        }
        ServerProcess server = new ServerProcess(builder.start(), port, data);
        server.awaitHealthy();
        return server;
    }

    int port() {
        return port;
    }

    /** A connection to the embedded database as the application's role. */
    Connection connect() throws SQLException, IOException {
        Properties folder = folder(data);
        Properties login = new Properties();
        login.setProperty("user", "gatebook_app");
        login.setProperty("password", folder.getProperty("application.password"));
        login.setProperty("prepareThreshold", "1");
        login.setProperty("options", "-c search_path=" + "read_1");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + folder.getProperty("port") + "/gatebook", login);
    }

    /** What a data folder remembers about its embedded database. */
    static Properties folder(Path data) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("database.properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    private void awaitHealthy() throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(START_LIMIT);
        URI health = URI.create("http://127.0.0.1:" + port + "/actuator/health");
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (Instant.now().isBefore(limit)) {
                if (!process.isAlive()) {
                    throw new IOException("the server ended at its start; see " + data.resolve("server.log"));
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
