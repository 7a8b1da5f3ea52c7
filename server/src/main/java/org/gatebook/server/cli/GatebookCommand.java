package org.gatebook.server.cli;

import java.util.Map;
import org.gatebook.catalogue.provisioning.ProvisioningException;
import org.gatebook.eventstore.database.DatabaseRoles;
import org.gatebook.eventstore.rebuild.Rebuild;
import org.gatebook.eventstore.registry.UnknownEvent;
import org.gatebook.eventstore.view.ReadSchemas;
import org.gatebook.server.database.DatabaseUnavailableException;
import org.gatebook.server.settings.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** All commands, each with the options of the settings' table. */
@Command(
        name = "gatebook",
        description = "A ticketing backend that keeps every fact as an event.",
        synopsisSubcommandLabel = "COMMAND")
public final class GatebookCommand {

    private static final int REFUSED = 2;

    private GatebookCommand() {}

    /**
     * The command line, ready to execute.
     *
     * @param environment variables of the process
     */
    public static CommandLine line(Map<String, String> environment) {
        GivenSettings settings = new GivenSettings(environment);
        CommandLine line = new CommandLine(new GatebookCommand());
        for (Object command : new Object[] {
            new DemoCommand(settings),
            new ServeCommand(settings),
            new ReplayCommand(settings),
            new VerifyCommand(settings),
            new ProvisionCommand(settings)
        }) {
            line.addSubcommand(command);
        }
        line.addSubcommand(AdminCommand.line(settings));
        line.getSubcommands().values().forEach(sub -> addOptions(settings, sub));
        return line.setExecutionExceptionHandler(GatebookCommand::explain);
    }

    private static void addOptions(GivenSettings settings, CommandLine command) {
        if (command.getSubcommands().isEmpty()) {
            settings.addOptionsTo(command.getCommandSpec());
        }
        command.getSubcommands().values().forEach(sub -> addOptions(settings, sub));
    }

    /** What an operator can mend is said in a sentence; anything else is a defect and keeps its trace. */
    private static int explain(Exception fault, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SettingsException
                    || cause instanceof DatabaseUnavailableException
                    || cause instanceof DatabaseRoles.UnsafeRole
                    || cause instanceof ReadSchemas.RebuildNeeded
                    || cause instanceof UnknownEvent
                    || cause instanceof Rebuild.AlreadyRunning
                    || cause instanceof ProvisioningException) {
                CommandSpec spec = command.getCommandSpec();
                command.getErr().println(spec.qualifiedName() + ": " + cause.getMessage());
                return REFUSED;
            }
        }
        throw fault;
    }
}
