package org.gatebook.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import org.gatebook.query.audit.check.Findings;
import org.gatebook.query.audit.check.PackageCheck;
import org.gatebook.query.audit.pack.AuditExport;
import org.gatebook.server.Application;
import org.gatebook.server.database.CheckpointKeys;
import org.gatebook.server.settings.SettingsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes an audit package beside servers that go on serving, or checks one where there is nothing else. */
@Command(
        name = "export",
        description = "Write an audit package: the events of a period as they are stored, books made of them, and what"
                + " proves both. With --check: check one, without a database. Ends with 1 when anything is wrong.")
final class ExportCommand implements Callable<Integer> {

    private final GivenSettings settings;

    @Spec
    private CommandSpec spec;

    @Option(names = "--organizer", paramLabel = "SLUG", description = "Whose package it is.")
    private @Nullable String organizer;

    @Option(names = "--event", paramLabel = "SLUG", description = "Only of this event; gift cards are left out then.")
    private @Nullable String event;

    @Option(
            names = "--from",
            paramLabel = "MOMENT",
            description = "Where the period begins: a day (2026-01-01) or a moment (2026-01-01T00:00:00+01:00).")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "MOMENT", description = "Where it ends; a day or moment that is not in it.")
    private @Nullable String to;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "In which time zone days begin, for example Europe/Berlin. Default: UTC.")
    private String zone = "UTC";

    @Option(names = "--out", paramLabel = "PATH", description = "A folder, or a file that ends with .zip.")
    private @Nullable Path out;

    @Option(names = "--check", paramLabel = "PACKAGE", description = "Check this package and write none.")
    private @Nullable Path check;

    ExportCommand(GivenSettings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        return check == null ? write() : check(check);
    }

    private int check(Path location) {
        Findings findings = PackageCheck.run(location, CheckpointKeys.given(settings.readForCommand()));
        PrintWriter printed = spec.commandLine().getOut();
        printed.print(findings.text());
        printed.flush();
        return findings.clean() ? 0 : 1;
    }

    private int write() {
        Path target = given("--out", out);
        ZoneId days = zone();
        AuditExport.Wish wish = new AuditExport.Wish(
                given("--organizer", organizer),
                event,
                moment(given("--from", from), days),
                moment(given("--to", to), days),
                days);
        try (Application application = Application.openForCommand(settings.readForCommand())) {
            AuditExport.Done done = application.part(AuditExport.class).write(wish, target);
            PrintWriter printed = spec.commandLine().getOut();
            printed.println(done.events() + " events of " + wish.organizer() + ", positions "
                    + (done.period().after() + 1) + " to " + done.period().upTo() + ", in " + target);
            if (!done.complete()) {
                printed.println("The period has not ended yet: events may still be added to it.");
            }
            if (!done.signed()) {
                printed.println("NOT SIGNED: there is no key to sign with, so nobody vouches for the tables.");
            }
            printed.println("public key " + done.key());
            printed.flush();
            return 0;
        }
    }

    private <T> T given(String option, @Nullable T value) {
        if (value == null) {
            throw new ParameterException(
                    spec.commandLine(), "Say " + option + " to write a package, or --check to check one.");
        }
        return value;
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new ParameterException(spec.commandLine(), "There is no time zone " + zone + ".", e);
        }
    }

    private Instant moment(String text, ZoneId days) {
        for (Moment form : List.<Moment>of(
                day -> LocalDate.parse(day).atStartOfDay(days).toInstant(),
                exact -> OffsetDateTime.parse(exact).toInstant())) {
            try {
                return form.read(text);
            } catch (DateTimeParseException e) {
                // The next form, or the sentence below.
            }
        }
        throw new SettingsException(text + " is no day (2026-01-01) and no moment (2026-01-01T00:00:00+01:00).");
    }

    /** A form in which a moment is written. */
    @FunctionalInterface
    private interface Moment {
        Instant read(String text);
    }
}
