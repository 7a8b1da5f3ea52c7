package org.gatebook.server.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.gatebook.eventstore.verify.Verification;
import org.gatebook.eventstore.verify.VerificationReport;
import org.gatebook.server.Application;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks that the log holds what it promises. */
@Command(
        name = "verify",
        description = "Check every event: sequences without holes, known names, complete metadata, readable values. "
                + "Ends with 1 when anything is wrong.")
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
            VerificationReport report = application.part(Verification.class).run();
            PrintWriter out = spec.commandLine().getOut();
            out.print(report.text());
            out.flush();
            return report.clean() ? 0 : 1;
        }
    }
}
