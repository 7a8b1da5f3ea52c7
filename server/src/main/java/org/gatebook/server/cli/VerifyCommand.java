package org.gatebook.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.gatebook.catalogue.resource.DocumentCheck;
import org.gatebook.eventstore.rebuild.Rebuild;
import org.gatebook.eventstore.rebuild.RebuildReport;
import org.gatebook.eventstore.verify.Verification;
import org.gatebook.eventstore.verify.VerificationReport;
import org.gatebook.query.feed.SecretFeedCheck;
import org.gatebook.server.Application;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks that the log holds what it promises, and that supporting data is as the log says. */
@Command(
        name = "verify",
        description =
                "Check every event: sequences without holes, known names, complete metadata, readable values; that the"
                        + " log is what signed checkpoints say; and that supporting data, published secrets, claims and"
                        + " counters equal the events. Ends with 1 when anything is wrong.")
final class VerifyCommand implements Callable<Integer> {

    private final GivenSettings settings;

    @Spec
    private CommandSpec spec;

    VerifyCommand(GivenSettings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        try (Application application = Application.openForCommand(settings.readForCommand())) {
            return run(application, spec.commandLine().getOut());
        }
    }

    /** All checks; answers the exit status. */
    static int run(Application application, PrintWriter out) {
        VerificationReport report = application.part(Verification.class).run();
        out.print(report.text());
        List<String> differences = application.part(DocumentCheck.class).differences();
        differences.forEach(out::println);
        out.println(
                differences.isEmpty()
                        ? "Supporting data equals its newest events."
                        : differences.size() + " differences between supporting data and its newest events.");
        List<String> unpublished = application.part(SecretFeedCheck.class).differences();
        unpublished.forEach(out::println);
        out.println(
                unpublished.isEmpty()
                        ? "Published secrets equal the events."
                        : unpublished.size() + " differences between published secrets and the events.");
        RebuildReport ledgers = application.part(Rebuild.class).checkLedgers();
        out.print(ledgers.tablesText());
        out.println(
                ledgers.differs()
                        ? "Claims or counters DIFFER from the events; replay --switch sets them right."
                        : "Claims and counters equal the events.");
        out.flush();
        return report.clean() && differences.isEmpty() && unpublished.isEmpty() && !ledgers.differs() ? 0 : 1;
    }
}
