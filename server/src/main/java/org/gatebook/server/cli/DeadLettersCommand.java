package org.gatebook.server.cli;

import java.io.PrintWriter;
import java.util.List;
import org.gatebook.eventstore.streaming.DeadLetters;
import org.gatebook.eventstore.streaming.DeadLetters.DeadLetter;
import org.gatebook.eventstore.streaming.StreamingAdministration;
import org.gatebook.eventstore.streaming.StreamingAdministration.Retried;
import org.gatebook.server.Application;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Events that a streaming projection could not take: which they are, and another try. */
@Command(name = "dead-letters", description = "Events that a streaming projection could not take.")
final class DeadLettersCommand {

    private static final int SHOWN = 1_000;

    private final GivenSettings settings;

    @Spec
    private CommandSpec spec;

    DeadLettersCommand(GivenSettings settings) {
        this.settings = settings;
    }

    @Command(name = "list", description = "Name them, with what went wrong. Ends with 1 when there are any.")
    int list() {
        try (Application application = Application.openForCommand(settings.readForCommand())) {
            List<DeadLetter> letters = application.part(DeadLetters.class).list(SHOWN);
            PrintWriter out = spec.commandLine().getOut();
            for (DeadLetter letter : letters) {
                out.printf(
                        "%s  position %d  %s  %s  failed %s, %d tries: %s%n",
                        letter.processor(),
                        letter.position(),
                        letter.stream(),
                        letter.name(),
                        letter.failedAt(),
                        letter.tries(),
                        letter.cause());
            }
            out.println(letters.isEmpty() ? "No dead letters." : letters.size() + " dead letters.");
            out.flush();
            return letters.isEmpty() ? 0 : 1;
        }
    }

    @Command(
            name = "retry",
            description = "Try all of them again, in the order of their streams; servers may go on meanwhile. "
                    + "Ends with 1 when some remain.")
    int retry() {
        try (Application application = Application.openForCommand(settings.readForCommand())) {
            Retried retried = application.part(StreamingAdministration.class).retryDeadLetters();
            PrintWriter out = spec.commandLine().getOut();
            out.println(retried.projected() + " projected, " + retried.remaining() + " remain.");
            out.flush();
            return retried.remaining() == 0 ? 0 : 1;
        }
    }
}
