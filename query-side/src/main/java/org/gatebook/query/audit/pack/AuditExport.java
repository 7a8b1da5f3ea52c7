package org.gatebook.query.audit.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.gatebook.api.EventSlug;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.order.OrderEvent.InvoiceCanceled;
import org.gatebook.api.order.OrderEvent.InvoiceIssued;
import org.gatebook.api.order.OrderEvent.InvoiceRegenerated;
import org.gatebook.api.order.OrderId;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.config.EventStoreSettings;
import org.gatebook.eventstore.evidence.Evidence;
import org.gatebook.eventstore.evidence.ProvenRange;
import org.gatebook.eventstore.note.SignedNote;
import org.gatebook.eventstore.note.VerifierKey;
import org.gatebook.eventstore.registry.EventRegistry;
import org.gatebook.query.audit.ledger.Books;
import org.gatebook.query.audit.ledger.GiftCardLedger;
import org.gatebook.query.audit.ledger.NumberRanges;
import org.gatebook.query.audit.ledger.NumberRanges.Noticed;
import org.gatebook.query.audit.ledger.OrderLedger;
import org.gatebook.query.audit.ledger.Period;
import org.gatebook.query.audit.table.Table;
import org.gatebook.query.audit.table.TableDescription;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes audit packages (ADR 0039). Reads the log alone, up to what the newest checkpoint covers, and never holds more of
 * it than a page, an order or a card.
 */
@Component
public final class AuditExport {

    private static final String BOOKS = "books/";
    private static final String TESTS = "test/";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What tests have no part in. */
    private static final List<Table> TEST_TABLES = Table.ALL.stream()
            .filter(table -> !table.equals(Table.NUMBER_RANGES) && !table.equals(Table.NUMBER_GAPS))
            .toList();

    private final JdbcClient jdbc;
    private final EventReader events;
    private final EventRegistry registry;
    private final Evidence evidence;
    private final EventStoreSettings settings;

    AuditExport(
            JdbcClient jdbc,
            EventReader events,
            EventRegistry registry,
            Evidence evidence,
            EventStoreSettings settings) {
        this.jdbc = jdbc;
        this.events = events;
        this.registry = registry;
        this.evidence = evidence;
        this.settings = settings;
    }

    /**
     * What a package is to be about.
     *
     * @param from first moment
     * @param to moment behind the last one
     * @param zone in which days begin
     * @param event of the organizer; null for all
     */
    public record Wish(String organizer, @Nullable String event, Instant from, Instant to, ZoneId zone) {}

    /**
     * What was written.
     *
     * @param key by which it can be checked
     * @param complete whether the period has ended, and so nothing can be added to it
     */
    public record Done(Period period, long events, String key, boolean signed, boolean complete) {}

    /** The package cannot be made. */
    public static final class Impossible extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Impossible(String message) {
            super(message);
        }
    }

    /**
     * Writes a package.
     *
     * @param target a folder that does not exist or is empty, or a file that does not exist and ends with {@code .zip}
     * @throws Impossible saying why it cannot be made
     * @throws Evidence.NoEvidence if there is nothing to prove it with
     */
    public Done write(Wish wish, Path target) {
        AuditLog log = new AuditLog(jdbc, events, wish.organizer());
        if (!wish.from().isBefore(wish.to())) {
            throw new Impossible("the period ends before it begins");
        }
        if (!log.exists()) {
            throw new Impossible("there is no event of an organizer " + wish.organizer());
        }
        boolean zipped = target.toString().endsWith(".zip");
        try {
            if (zipped && Files.exists(target)) {
                throw new Impossible(target + " is there already");
            }
            Path folder = zipped ? target.resolveSibling(target.getFileName() + ".unfinished") : target;
            empty(folder);
            Done done = write(wish, log, new PackageFiles(folder));
            if (zipped) {
                PackageZip.pack(folder, target);
                PackageZip.delete(folder);
            }
            return done;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
        }
    }

    private static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new Impossible(folder + " is not empty");
            }
        }
    }

    private Done write(Wish wish, AuditLog log, PackageFiles files) throws IOException {
        Period period = period(wish);
        ProvenRange range = evidence.range(period.after(), period.upTo());
        long count = events(wish, log, period, range, files);
        Books books = books(Table.ALL, BOOKS, files);
        Books tests = books(TEST_TABLES, TESTS, files);
        try (books;
                tests) {
            orders(wish, log, period, books, tests);
            if (wish.event() == null) {
                cards(log, period, books, tests);
            }
            numbers(log, period, books);
        }
        describe(wish, period, files);
        VerifierKey key = SignedNote.parse(range.checkpoint())
                .verifiedBy(evidence.trusted())
                .orElseThrow(() -> new Impossible("no trusted key has signed the newest checkpoint"));
        files.add("proof/checkpoint", range.checkpoint());
        files.add("proof/public-key", key + "\n");
        try (OutputStream leaves = files.file("proof/leaves.bin")) {
            range.hashes(hashes -> append(leaves, hashes));
        }
        files.add("events/types.json", EventTypes.text(registry));
        files.addResource("check.py", "check.py");
        files.addResource("README.txt", "README.txt");
        boolean signed = finish(
                new Manifest(
                        Instant.now(),
                        settings.softwareVersion(),
                        wish.organizer(),
                        wish.event(),
                        period,
                        count,
                        range.proof(),
                        books.sums(),
                        tests.sums(),
                        files.written()),
                files);
        return new Done(period, count, key.toString(), signed, !wish.to().isAfter(Instant.now()));
    }

    /** Everything that is exported can be proved: the period ends at the newest checkpoint, which is written if need be. */
    private Period period(Wish wish) {
        long horizon = events.horizon(PATIENCE);
        long after = AuditLog.before(jdbc, wish.from(), horizon);
        long upTo = AuditLog.before(jdbc, wish.to(), horizon);
        long covered = evidence.covered();
        if (covered < upTo && evidence.isWritten()) {
            evidence.write();
            covered = evidence.covered();
        }
        return new Period(wish.from(), wish.to(), wish.zone(), Math.min(after, covered), Math.min(upTo, covered));
    }

    private static long events(Wish wish, AuditLog log, Period period, ProvenRange range, PackageFiles files)
            throws IOException {
        AtomicLong count = new AtomicLong();
        try (Writer lines = files.text("events/events.jsonl")) {
            log.stored(period.after(), period.upTo(), wish.event(), event -> {
                append(lines, EventLines.line(range.leafOf(event), event));
                count.incrementAndGet();
            });
        }
        return count.get();
    }

    private void orders(Wish wish, AuditLog log, Period period, Books books, Books tests) {
        EventSlug only = wish.event() == null ? null : new EventSlug(wish.event());
        OrderLedger ledger = new OrderLedger(period, only, books, tests);
        List<String> documents = names(List.of(InvoiceIssued.class, InvoiceCanceled.class, InvoiceRegenerated.class));
        log.byStream(OrderId.KIND, documents, period.upTo(), ledger::take);
        ledger.end();
    }

    private static void cards(AuditLog log, Period period, Books books, Books tests) {
        GiftCardLedger ledger = new GiftCardLedger(period, books, tests);
        log.byStream(GiftCardId.KIND, List.of(), period.upTo(), ledger::take);
        ledger.end();
    }

    private void numbers(AuditLog log, Period period, Books books) {
        NumberRanges ranges = new NumberRanges(period, books);
        LeftOut leftOut = new LeftOut(events, log.organizer(), period.upTo(), ranges);
        log.named(names(List.of(InvoiceIssued.class, InvoiceCanceled.class)), period.upTo(), event -> {
            leftOut.before(event.position());
            Noticed by = new Noticed(event.position(), event.recordedAt());
            if (event.payload() instanceof InvoiceIssued issued) {
                ranges.take(issued.invoice(), by);
            } else if (event.payload() instanceof InvoiceCanceled canceled) {
                ranges.take(canceled.cancellation(), by);
            }
        });
        leftOut.rest();
        ranges.end();
    }

    private List<String> names(List<Class<? extends DomainEvent>> events) {
        return events.stream().map(event -> registry.of(event).name()).toList();
    }

    private static Books books(List<Table> tables, String folder, PackageFiles files) {
        return new Books(tables, table -> files.text(folder + table.file()));
    }

    private static void describe(Wish wish, Period period, PackageFiles files) {
        TableDescription books = new TableDescription(
                wish.organizer(),
                "Books made of the events of the log",
                period.day(wish.from()),
                period.day(wish.to().minusNanos(1)));
        files.add(BOOKS + "index.xml", books.text(Table.ALL));
        files.add(TESTS + "index.xml", books.ofTests().text(TEST_TABLES));
        files.addResource(BOOKS + TableDescription.DTD, TableDescription.DTD);
        files.addResource(TESTS + TableDescription.DTD, TableDescription.DTD);
    }

    private boolean finish(Manifest manifest, PackageFiles files) {
        byte[] text = manifest.text().getBytes(StandardCharsets.UTF_8);
        files.add(Manifest.FILE, text);
        String sha256 = HexFormat.of().formatHex(PackageFiles.sha256().digest(text));
        var note = evidence.sign(Manifest.signed(sha256));
        note.ifPresent(signed -> files.add(Manifest.SIGNATURE, signed.toString()));
        return note.isPresent();
    }

    private static void append(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
