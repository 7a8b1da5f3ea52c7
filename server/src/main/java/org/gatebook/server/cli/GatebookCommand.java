package org.gatebook.server.cli;

import java.io.UncheckedIOException;
import java.util.Map;
import org.gatebook.catalogue.provisioning.ProvisioningException;
import org.gatebook.eventstore.backup.BackupUnusable;
import org.gatebook.eventstore.database.DatabaseRoles;
import org.gatebook.eventstore.evidence.Diverged;
import org.gatebook.eventstore.evidence.Evidence;
import org.gatebook.eventstore.rebuild.Rebuild;
import org.gatebook.eventstore.sealing.KeyStoreCheck;
import org.gatebook.eventstore.view.ReadSchemas;
import org.gatebook.query.audit.pack.AuditExport;
import org.gatebook.server.Build;
import org.gatebook.server.database.DatabaseUnavailableException;
import org.gatebook.server.settings.SettingsException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

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
            new ExportCommand(settings),
            new ProvisionCommand(settings)
        }) {
            line.addSubcommand(command);
        }
        line.addSubcommand(AdminCommand.line(settings));
        addOptions(settings, line);
        return line.setExecutionExceptionHandler(GatebookCommand::explain);
    }

    private static void addOptions(GivenSettings settings, CommandLine command) {
        if (command.getSubcommands().isEmpty()) {
            settings.addOptionsTo(command.getCommandSpec());
        }
        addHelp(command.getCommandSpec());
        command.getSubcommands().values().forEach(sub -> addOptions(settings, sub));
    }

    /**
     * The usual two, one by one: with the parser's own mixin, commands that are methods would get the values of other
     * options as their parameters, because it counts the mixin's as the first.
     */
    private static void addHelp(CommandSpec command) {
        command.addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print version information and exit.")
                        .build())
                .version(Build.version());
    }

    /** What an operator can mend is said in a sentence; anything else is a defect and keeps its trace. */
    private static int explain(Exception fault, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            String sentence = sentence(cause);
            if (sentence != null) {
                command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + sentence);
                return REFUSED;
            }
        }
        throw fault;
    }

    private static @Nullable String sentence(Throwable cause) {
        return switch (cause) {
            case SettingsException e -> e.getMessage();
            case DatabaseUnavailableException e -> e.getMessage();
            case DatabaseRoles.UnsafeRole e -> e.getMessage();
            case KeyStoreCheck.UnfitKeyStore e -> e.getMessage();
            case ReadSchemas.RebuildNeeded e -> e.getMessage();
            case Rebuild.AlreadyRunning e -> e.getMessage();
            case Rebuild.Outpaced e -> e.getMessage();
            case Evidence.NoEvidence e -> e.getMessage();
            case AuditExport.Impossible e -> e.getMessage();
            case Diverged e -> e.getMessage();
            case BackupUnusable e -> e.getMessage();
            case ProvisioningException e -> e.getMessage();
            case UncheckedIOException e -> e.getMessage();
            case PortInUseException e -> "port " + e.getPort() + " is taken by another program.";
            default -> null;
        };
    }
}
