package org.gatebook.server.system;

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
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A node of the server, as a process of its own. */
public final class Node implements AutoCloseable {

    public static final String ORGANIZER = "system";
    public static final String TOKEN = "s".repeat(64);

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    public static final String PROVISIONING = """
        {"organizers": [{
          "slug": "%s", "name": "System tests", "settings": {"timezone": "UTC", "locale": "en"},
          "teams": [{
            "name": "full", "all_events": true, "limit_events": [],
            "permissions": ["can_manage_gift_cards", "can_manage_reusable_media", "can_change_organizer_settings",
                            "can_create_events", "can_change_event_settings", "can_change_items",
                            "can_view_orders", "can_change_orders", "can_checkin_orders",
                            "can_view_vouchers", "can_change_vouchers", "can_manage_customers"],
            "tokens": [{"name": "full", "token": "%s"}]
          }]
        }]}
        """.formatted(ORGANIZER, TOKEN);

    private final Process process;
    private final int port;

    private Node(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a node with the folder's embedded database and waits until it is healthy. */
    public static Node start(Path data) throws IOException, InterruptedException {
        return start(data, Map.of());
    }

    /** Starts a node beside another one, on the database that the other one's folder holds. */
    public static Node startBeside(Path data, Path own) throws IOException, InterruptedException {
        Properties folder = folder(data);
        String address = "@127.0.0.1:" + folder.getProperty("port") + "/gatebook";
        return start(
                own,
                Map.of(
                        "GATEBOOK_DATABASE_URL",
                        "postgresql://gatebook_app:" + folder.getProperty("application.password") + address,
                        "GATEBOOK_MIGRATION_URL",
                        "postgresql://gatebook_owner:" + folder.getProperty("owner.password") + address,
                        "GATEBOOK_MASTER_KEY",
                        Files.readString(data.resolve("master.key")).strip()));
    }

    /** The same, with these settings. */
    public static Node start(Path data, Map<String, String> environment) throws IOException, InterruptedException {
        Files.createDirectories(data);
        Path provisioning = data.resolve("provision.json");
        Files.writeString(provisioning, PROVISIONING);
        int port = freePort();
        Process process = command(
                        data,
                        environment,
                        List.of("serve", "--port", Integer.toString(port), "--provision", provisioning.toString()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("server.log").toFile()))
                .start();
        Node node = new Node(process, port);
        node.awaitHealthy(data);
        return node;
    }

    /** Runs a command of the command line on the folder; answers its exit status. */
    public static int run(Path data, String... command) throws IOException, InterruptedException {
        Path log = data.resolve("command.log");
        Process process = command(data, Map.of(), List.of(command))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(List.of(command) + " did not end");
        }
        return process.exitValue();
    }

    /** What commands and nodes of this folder have printed; for messages of failed tests. */
    public static String log(Path data, String file) throws IOException {
        Path log = data.resolve(file);
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private static ProcessBuilder command(Path data, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Daxoniq.update-checker.disabled=true",
                "-Ddisable-axoniq-console-message=true",
                "-cp",
                System.getProperty("java.class.path"),
                "org.gatebook.server.Main"));
        command.addAll(arguments);
        command.addAll(List.of("--data", data.toString(), "--log", "plain"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GATEBOOK_"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** A connection to the folder's database as the application's role. */
    public static Connection connect(Path data) throws IOException, SQLException {
        Properties folder = folder(data);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + folder.getProperty("port") + "/gatebook",
                "gatebook_app",
                folder.getProperty("application.password"));
    }

    public Api api() {
        return new Api(port);
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Pulls the plug. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private void awaitHealthy(Path data) throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(START_LIMIT);
        URI health = URI.create("http://127.0.0.1:" + port + "/actuator/health");
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (Instant.now().isBefore(limit) && process.isAlive()) {
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
        throw new IOException("the node did not become healthy:\n" + log(data, "server.log"));
    }

    private static Properties folder(Path data) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("database.properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
