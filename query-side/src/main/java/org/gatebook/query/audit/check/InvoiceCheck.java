package org.gatebook.query.audit.check;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gatebook.query.audit.table.Table;
import tools.jackson.databind.JsonNode;

/** That invoices are the sums of their lines, and that their numbers are as the report on the ranges says. */
final class InvoiceCheck {

    private static final class Sum {
        private BigDecimal gross = BigDecimal.ZERO;
        private BigDecimal tax = BigDecimal.ZERO;
    }

    private static final class Range {
        private final Set<Long> numbers = new HashSet<>();
        private final List<Span> leftOut = new ArrayList<>();
        private long documents;

        /** How many numbers behind one are missing up to the highest; what is left out has no document and lacks none. */
        private long missing(long before) {
            long highest = numbers.stream().mapToLong(Long::longValue).max().orElse(0);
            long there = numbers.stream()
                    .filter(number -> number > before && leftOut.stream().noneMatch(span -> span.holds(number)))
                    .count();
            for (Span span : leftOut) {
                highest = Math.max(highest, span.last());
                there += span.count();
            }
            return Math.max(highest - before, 0) - there;
        }

        private long leftOut() {
            return leftOut.stream().mapToLong(Span::count).sum();
        }
    }

    private record Span(long first, long last) {

        private boolean holds(long number) {
            return first <= number && number <= last;
        }

        private long count() {
            return last - first + 1;
        }
    }

    private final PackageReader files;
    private final JsonNode manifest;
    private final Findings findings;
    private final Map<String, Range> ranges = new TreeMap<>();

    InvoiceCheck(PackageReader files, JsonNode manifest, Findings findings) {
        this.files = files;
        this.manifest = manifest;
        this.findings = findings;
    }

    void run() throws IOException {
        for (String folder : List.of("books", "test")) {
            documents(folder);
        }
        TableRows.each(files, "books", Table.NUMBER_GAPS, row -> {
            if (row.text("finding").equals("left_out")) {
                of(row.text("prefix")).leftOut.add(new Span(row.number("from"), row.number("to")));
            }
        });
        TableRows.each(files, "books", Table.NUMBER_RANGES, this::range);
        ranges.keySet()
                .forEach(prefix ->
                        findings.add("books/" + Table.NUMBER_RANGES.file(), "range " + prefix + " is missing"));
    }

    private void documents(String folder) throws IOException {
        String file = folder + "/" + Table.INVOICES.file();
        Map<String, Sum> sums = new HashMap<>();
        TableRows.each(files, folder, Table.INVOICE_LINES, row -> {
            Sum sum = sums.computeIfAbsent(row.text("invoice"), unknown -> new Sum());
            sum.gross = sum.gross.add(row.amount("gross"));
            sum.tax = sum.tax.add(row.amount("tax"));
        });
        long[] count = {0};
        long after = manifest.required("after_position").asLong();
        TableRows.each(files, folder, Table.INVOICES, row -> {
            count[0]++;
            Sum found = sums.remove(row.text("invoice"));
            Sum sum = found == null ? new Sum() : found;
            if (sum.gross.compareTo(row.amount("gross")) != 0 || sum.tax.compareTo(row.amount("tax")) != 0) {
                findings.add(
                        file,
                        "invoice " + row.text("invoice") + ": its lines come to " + sum.gross + ", tax " + sum.tax);
            }
            String number = row.text("number");
            if (row.number("entry") > after && number.chars().allMatch(c -> c >= '0' && c <= '9')) {
                Range range = of(row.text("prefix"));
                range.documents++;
                range.numbers.add(Long.parseLong(number));
            }
        });
        sums.keySet().forEach(invoice -> findings.add(file, "invoice " + invoice + " is missing"));
        findings.say(folder + ": " + count[0] + " invoices and cancellations");
    }

    private Range of(String prefix) {
        return ranges.computeIfAbsent(prefix, unknown -> new Range());
    }

    private void range(TableRows.Row row) {
        String where = "books/" + Table.NUMBER_RANGES.file() + " range " + row.text("prefix");
        Range found = ranges.remove(row.text("prefix"));
        Range range = found == null ? new Range() : found;
        // A package of one event has the other documents of a range elsewhere.
        if (manifest.required("event").isNull()) {
            long missing = range.missing(row.number("before"));
            if (range.documents != row.number("documents")) {
                findings.add(where, "says " + row.text("documents") + " documents, there are " + range.documents);
            }
            if (missing != row.number("missing")) {
                findings.add(where, "says " + row.text("missing") + " numbers are missing, there are " + missing);
            }
        }
        if (range.leftOut() != row.number("left_out")) {
            findings.add(
                    where,
                    "says " + row.text("left_out") + " numbers were left out, books/" + Table.NUMBER_GAPS.file()
                            + " names " + range.leftOut());
        }
        for (String finding : List.of("missing", "left_out", "doubled", "out_of_order")) {
            if (row.number(finding) > 0) {
                findings.say("NOTE " + where + ": " + row.text(finding) + " " + finding + "; books/"
                        + Table.NUMBER_GAPS.file() + " names them");
            }
        }
    }
}
