package org.gatebook.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.installation.InstallationRestored;
import org.gatebook.api.installation.InstallationRestored.LostHistory;
import org.gatebook.eventstore.backup.CheckedBackup;
import org.gatebook.eventstore.backup.NumberSequences;
import org.gatebook.eventstore.backup.Restorations;
import org.gatebook.eventstore.backup.Restorations.Wishes;
import org.gatebook.eventstore.backup.Restore;
import org.gatebook.eventstore.backup.Restore.LeftOut;
import org.gatebook.eventstore.evidence.Evidence;
import org.gatebook.eventstore.rebuild.Rebuild;
import org.gatebook.eventstore.rebuild.RebuildPlan;
import org.gatebook.eventstore.rebuild.RebuildReport;
import org.gatebook.eventstore.registry.EventVocabulary;
import org.gatebook.eventstore.sealing.KeyStoreCheck;
import org.gatebook.server.Application;
import org.gatebook.server.settings.SettingsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings a backup into an empty database and says what was lost, in the log itself. */
@Command(
        name = "restore",
        description = "Bring a backup into an empty database or a new data folder, rebuild the read models and verify."
                + " Ends with 1 when verify finds anything.")
final class RestoreCommand implements Callable<Integer> {

    private final GivenSettings settings;

    @Spec
    private CommandSpec spec;

    @Option(names = "--from", paramLabel = "DIR", required = true, description = "The backup.")
    private Path from;

    @Option(
            names = "--keys-from",
            paramLabel = "DIR",
            description = "The keys that were backed up with it. Without it they must be in the key store already.")
    private @Nullable Path keysFrom;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who does this; the log keeps it. Default: the name of the user.")
    private String by = System.getProperty("user.name", "operator");

    @Option(
            names = "--leave-out-numbers",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many invoice numbers each sequence leaves out, because they may be on invoices that are"
                    + " lost: no fewer than were made since the backup. Default: ${DEFAULT-VALUE}.")
    private long numbers;

    @Option(
            names = "--sequence",
            paramLabel = "ORGANIZER:PREFIX",
            description = "A sequence of invoice numbers that began after the backup, so that it leaves out numbers"
                    + " too, for example riverside:NIGHTS-. May be given again.")
    private List<String> begun = new ArrayList<>();

    RestoreCommand(GivenSettings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        Wishes wishes = new Wishes(
                by, numbers, begun.stream().map(RestoreCommand::sequence).toList());
        PrintWriter out = spec.commandLine().getOut();
        CheckedBackup backup = CheckedBackup.of(from);
        out.print(backup.report().text());
        out.println("The backup is whole.");
        out.flush();
        try (Application application = Application.openForCommand(settings.readForCommand())) {
            Evidence evidence = application.part(Evidence.class);
            LostHistory lost = evidence.lostBy(backup.report().restored()).orElse(null);
            Restore restore = new Restore(application.owner(), application.keys());
            LeftOut leftOut = restore.load(backup);
            if (keysFrom != null) {
                restore.loadKeys(backup, keysFrom);
            }
            application.part(EventVocabulary.class).check();
            application.part(KeyStoreCheck.class).check();
            RebuildReport rebuilt = application.part(Rebuild.class).run(RebuildPlan.SWITCH);
            out.println("restored; read models were made of " + rebuilt.history() + " events");
            evidence.layOut(lost);
            print(application.part(Restorations.class).finish(backup.report().restored(), leftOut, wishes, lost), out);
            if (evidence.isWritten()) {
                evidence.write();
            }
            return VerifyCommand.run(application, out);
        }
    }

    private static void print(InstallationRestored restored, PrintWriter out) {
        out.println("history " + restored.history() + " begins here");
        out.println("left out: positions " + text(restored.positions()) + ", ids " + text(restored.clientIds()));
        LostHistory lost = restored.evidence();
        if (lost != null) {
            out.println("lost: " + lost.events() + " events that were signed, positions " + text(lost.positions())
                    + ", and all that came after them");
        }
        restored.numbers()
                .forEach(sequence -> out.println("left out: invoices of " + sequence.organizer() + ", "
                        + sequence.prefix() + sequence.first() + " to " + sequence.prefix() + sequence.last()));
        out.flush();
    }

    private static String text(InstallationRestored.Range range) {
        return range.first() + " to " + range.last();
    }

    private static NumberSequences.Named sequence(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0) {
            throw new SettingsException("--sequence " + text + " is not ORGANIZER:PREFIX.");
        }
        return new NumberSequences.Named(new OrganizerSlug(text.substring(0, colon)), text.substring(colon + 1));
    }
}
