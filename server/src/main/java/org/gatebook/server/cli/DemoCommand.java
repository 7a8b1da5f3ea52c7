package org.gatebook.server.cli;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.gatebook.server.RunningServer;
import org.gatebook.server.demo.DemoFestival;
import org.gatebook.server.demo.DemoRequests;
import org.gatebook.server.demo.DemoSeason;
import org.gatebook.server.settings.ServerSettings;
import org.gatebook.server.settings.SettingsException;
import org.springframework.boot.logging.LogLevel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a small festival and says what to try. */
@Command(name = "demo", description = "Start the server with a small demo festival.")
final class DemoCommand implements Callable<Integer> {

    private static final int REHEARSALS = 40;

    private final GivenSettings settings;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rehearse",
            hidden = true,
            description = "Send the requests and stop: the build does it once, for the JVM to note what a start needs.")
    private boolean rehearse;

    DemoCommand(GivenSettings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws Exception {
        ServerSettings read = settings.readForCommand();
        if (!InetAddress.getByName(read.bind()).isLoopbackAddress()) {
            throw new SettingsException(
                    "The demo's token is known to everybody, so the demo listens on loopback only.");
        }
        try (RunningServer server = RunningServer.start(read, LogLevel.WARN)) {
            server.part(DemoFestival.class).load();
            DemoRequests requests = new DemoRequests(server.baseUrl());
            try (HttpClient client = HttpClient.newHttpClient()) {
                DemoSeason season = rehearse ? DemoSeason.rehearsed(Instant.now()) : new DemoSeason(Instant.now());
                season.load(client, server.baseUrl());
                for (int i = 0; rehearse && i < REHEARSALS; i++) {
                    requests.send(client);
                }
            }
            if (!rehearse) {
                PrintWriter out = spec.commandLine().getOut();
                out.print(requests.text());
                out.flush();
                server.awaitStop();
            }
        }
        return 0;
    }
}
