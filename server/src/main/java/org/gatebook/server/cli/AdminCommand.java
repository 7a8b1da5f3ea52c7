package org.gatebook.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatebook.eventstore.erasure.ErasureCertificate;
import org.gatebook.eventstore.note.SignedNote;
import org.gatebook.eventstore.streaming.StreamingAdministration;
import org.gatebook.server.Application;
import org.gatebook.server.database.CheckpointKeys;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tasks of operators, each a command below this one. */
@Command(name = "admin", description = "Tasks for operators.", synopsisSubcommandLabel = "TASK")
final class AdminCommand {

    private final GivenSettings settings;

    @Spec
    private CommandSpec spec;

    private AdminCommand(GivenSettings settings) {
        this.settings = settings;
    }

    static CommandLine line(GivenSettings settings) {
        return new CommandLine(new AdminCommand(settings))
                .addSubcommand(new CreateTokenCommand(settings))
                .addSubcommand(new DeadLettersCommand(settings))
                .addSubcommand(new CheckpointCommand(settings))
                .addSubcommand(new BackupCommand(settings))
                .addSubcommand(new RestoreCommand(settings))
                .addSubcommand(new EraseCommand(settings));
    }

    @Command(
            name = "certificate",
            description = "Check a certificate of erasure with nothing but the log's public key, and print it."
                    + " Ends with 1 when it proves nothing.")
    int certificate(@Parameters(paramLabel = "FILE", description = "The certificate.") Path file) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            out.print(ErasureCertificate.check(
                    Files.readString(file), CheckpointKeys.trusted(settings.readForCommand())));
            return 0;
        } catch (SignedNote.Malformed e) {
            out.println(file + " proves nothing: it " + e.getMessage());
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        } finally {
            out.flush();
        }
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
