package org.gatebook.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gatebook.eventstore.backup.Backup;
import org.gatebook.eventstore.backup.BackupReport.Written;
import org.gatebook.eventstore.backup.CheckedBackup;
import org.gatebook.server.Application;
import org.gatebook.server.Build;
import org.gatebook.server.settings.SettingsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a backup beside servers that go on, or checks one. */
@Command(
        name = "backup",
        description = "Write all that is fact to a folder, while servers go on; or check such a folder.")
final class BackupCommand implements Callable<Integer> {

    private static final double MILLISECONDS = 1000.0;

    private final GivenSettings settings;

    @Spec
    private CommandSpec spec;

    @Option(names = "--to", paramLabel = "DIR", description = "The folder to make; it must not be there yet.")
    private @Nullable Path to;

    @Option(
            names = "--keys-to",
            paramLabel = "DIR",
            description = "Another folder for the keys of sealed values, best on other storage and kept for a shorter"
                    + " time. Without it the keys are not backed up.")
    private @Nullable Path keysTo;

    @Option(
            names = "--check",
            paramLabel = "DIR",
            description = "Check the checksums and the events of a backup, without a database.")
    private @Nullable Path check;

    BackupCommand(GivenSettings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (check != null && to == null && keysTo == null) {
            out.print(CheckedBackup.of(check).report().text());
            out.println("The backup is whole.");
        } else if (to != null && check == null) {
            write(to, out);
        } else {
            throw new SettingsException("Say either --to DIR, to write a backup, or --check DIR.");
        }
        out.flush();
        return 0;
    }

    private void write(Path folder, PrintWriter out) {
        try (Application application = Application.openForCommand(settings.readForCommand())) {
            Written written = new Backup(
                            application.owner(), application.keys(), application.storedTables(), Build.version())
                    .write(folder, keysTo);
            out.print(written.backup().text());
            out.println(
                    written.keys() < 0
                            ? "The keys were not backed up: see --keys-to."
                            : String.format(Locale.ROOT, "%,d keys in %s", written.keys(), keysTo));
            out.printf(
                    Locale.ROOT,
                    "written in %.1f s; writers waited for %d ms%n",
                    written.took().toMillis() / MILLISECONDS,
                    written.held().toMillis());
        }
    }
}
