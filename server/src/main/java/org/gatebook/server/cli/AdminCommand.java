package org.gatebook.server.cli;

import org.gatebook.eventstore.streaming.StreamingAdministration;
import org.gatebook.server.Application;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tasks of operators, each a command below this one. */
@Command(name = "admin", description = "Tasks for operators.", synopsisSubcommandLabel = "TASK")
final class AdminCommand {

    private final GivenSettings settings;

    private AdminCommand(GivenSettings settings) {
        this.settings = settings;
    }

    static CommandLine line(GivenSettings settings) {
        return new CommandLine(new AdminCommand(settings))
                .addSubcommand(new CreateTokenCommand(settings))
                .addSubcommand(new DeadLettersCommand(settings))
                .addSubcommand(new CheckpointCommand(settings))
                .addSubcommand(new BackupCommand(settings))
                .addSubcommand(new RestoreCommand(settings));
    }

    @Command(
            name = "replay-stream",
            description =
                    "Let a streaming projection (statistics) forget everything and start again from the first event; "
                            + "a server that runs takes it up within half a minute.")
    int replayStream(@Parameters(paramLabel = "NAME", description = "The projection.") String name) {
        try (Application application = Application.openForCommand(settings.readForCommand())) {
            application.part(StreamingAdministration.class).replay(name);
            return 0;
        }
    }
}
