package org.gatebook.server.cli;

import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gatebook.eventstore.rebuild.Pace;
import org.gatebook.eventstore.rebuild.Rebuild;
import org.gatebook.eventstore.rebuild.RebuildPlan;
import org.gatebook.eventstore.rebuild.RebuildPlan.UnknownReadModel;
import org.gatebook.eventstore.rebuild.RebuildReport;
import org.gatebook.server.Application;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Rebuild these read models alone; the others stay as they are, and so do the ledgers.")
    private Set<String> only = Set.of();

    @Option(
            names = "--pace",
            paramLabel = "PERCENT",
            defaultValue = "100",
            description = "How much of its time it works, so that whoever sells meanwhile has the rest of the machine. "
                    + "Default: ${DEFAULT-VALUE}.")
    private int pace;

    ReplayCommand(GivenSettings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        RebuildPlan plan = new RebuildPlan(only, switchOver, pace());
        try (Application application = Application.openForCommand(settings.readForCommand())) {
            RebuildReport report = application.part(Rebuild.class).run(plan);
            PrintWriter out = spec.commandLine().getOut();
            out.print(report.text());
            out.flush();
            return report.differs() ? 1 : 0;
        } catch (UnknownReadModel e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Pace pace() {
        try {
            return new Pace(pace);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
