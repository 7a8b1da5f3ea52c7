package org.gatebook.server.cli;

import java.util.concurrent.Callable;
import org.gatebook.server.RunningServer;
import org.springframework.boot.logging.LogLevel;
import picocli.CommandLine.Command;

/** Serves the API until the process is told to stop. */
@Command(name = "serve", description = "Start the server without demo data.")
final class ServeCommand implements Callable<Integer> {

    private final GivenSettings settings;

    ServeCommand(GivenSettings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (RunningServer server = RunningServer.start(settings.read(), LogLevel.INFO)) {
            server.awaitStop();
        }
        return 0;
    }
}
