package org.gatebook.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gatebook.eventstore.evidence.EventProof;
import org.gatebook.eventstore.evidence.Evidence;
import org.gatebook.eventstore.evidence.WrittenCheckpoint;
import org.gatebook.eventstore.note.SigningKey;
import org.gatebook.server.Application;
import org.gatebook.server.database.CheckpointKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signed checkpoints of the log: write one, prove an event, check a proof. */
@Command(name = "checkpoint", description = "Signed checkpoints of the log, and proofs of events.")
final class CheckpointCommand {

    private final GivenSettings settings;

    @Spec
    private CommandSpec spec;

    CheckpointCommand(GivenSettings settings) {
        this.settings = settings;
    }

    @Command(
            name = "write",
            description = "Cover all events by a checkpoint now, and print it; servers do so every hour.")
    int write() {
        try (Application application = Application.openForCommand(settings.readForCommand())) {
            Optional<WrittenCheckpoint> written =
                    application.part(Evidence.class).write();
            PrintWriter out = spec.commandLine().getOut();
            written.ifPresentOrElse(
                    checkpoint -> {
                        out.print(checkpoint.note());
                        out.println();
                        out.println("covers " + checkpoint.size() + " events, " + checkpoint.added()
                                + " of them for the first time");
                        out.println("public key " + checkpoint.key());
                    },
                    () -> out.println("There is no event, or another node is writing a checkpoint."));
            out.flush();
            return written.isPresent() ? 0 : 1;
        }
    }

    @Command(
            name = "prove",
            description =
                    "Print the proof that an event is in the newest checkpoint. It can be checked without a database.")
    int prove(@Parameters(paramLabel = "POSITION", description = "The event's position in the log.") long position) {
        try (Application application = Application.openForCommand(settings.readForCommand())) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(application.part(Evidence.class).prove(position).text());
            out.flush();
            return 0;
        }
    }

    @Command(
            name = "check",
            description = "Check a proof that prove has printed, with nothing but the log's public key."
                    + " Ends with 1 when it proves nothing.")
    int check(@Parameters(paramLabel = "FILE", description = "The proof.") Path file) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            out.print(
                    EventProof.parse(Files.readString(file)).check(CheckpointKeys.trusted(settings.readForCommand())));
            return 0;
        } catch (EventProof.Unproved e) {
            out.println(file + " proves nothing: it " + e.getMessage());
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        } finally {
            out.flush();
        }
    }

    @Command(
            name = "new-key",
            description = "Make a key for GATEBOOK_CHECKPOINT_KEY and print it with its public key. Keeps nothing.")
    int newKey(
            @Parameters(
                            paramLabel = "NAME",
                            description = "The log's name, best an address such as tickets.example.org/log.")
                    String name) {
        SigningKey key = SigningKey.generate(name);
        PrintWriter out = spec.commandLine().getOut();
        out.println("GATEBOOK_CHECKPOINT_KEY=" + key.secret());
        out.println("public key " + key.verifier());
        out.flush();
        return 0;
    }
}
