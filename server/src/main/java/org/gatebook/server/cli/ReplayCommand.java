package org.gatebook.server.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.gatebook.eventstore.rebuild.Rebuild;
import org.gatebook.eventstore.rebuild.RebuildReport;
import org.gatebook.server.Application;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the read models anew from the events, beside servers that go on serving. */
@Command(
        name = "replay",
        description = "Rebuild the read models from the events, compare them with the live ones row by row and report. "
                + "Ends with 1 when they differ.")
final class ReplayCommand implements Callable<Integer> {

    private final GivenSettings settings;

    @Spec
    private CommandSpec spec;

    @Option(names = "--switch", description = "Make the rebuilt read models the live ones.")
    private boolean switchOver;

    ReplayCommand(GivenSettings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        try (Application application = Application.openForCommand(settings.readForCommand())) {
            RebuildReport report = application.part(Rebuild.class).run(switchOver);
            PrintWriter out = spec.commandLine().getOut();
            out.print(report.text());
            out.flush();
            return report.differs() ? 1 : 0;
        }
    }
}
