package org.gatebook.query.audit.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatebook.api.installation.InstallationRestored.LeftOutNumbers;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.query.audit.table.Table;
import org.gatebook.query.audit.table.TableWriter;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is missing, doubled or out of the order of dates in counted number ranges, and tells it from what a
 * restore has left out, which no document has and no document lacks (ADR 0044). Documents and restores come in the order
 * of the log, so that of a range nothing is held but its last number and what is missing.
 */
public final class NumberRanges {

    private final Period period;
    private final Books books;
    private final SortedMap<String, Range> ranges = new TreeMap<>();

    /** @param books of what counts: a range has the documents of test orders too, or there would be gaps */
    public NumberRanges(Period period, Books books) {
        this.period = period;
        this.books = books;
    }

    /** The event by which something was noticed. */
    public record Noticed(long position, Instant recordedAt) {}

    private record Missing(long to, Noticed noticed) {}

    private static final class Range {
        private final TreeMap<Long, Missing> missing = new TreeMap<>();
        private @Nullable LocalDate latest;
        private long highest;
        private long before;
        private long first;
        private long last;
        private long documents;
        private long leftOut;
        private long doubled;
        private long outOfOrder;
    }

    /** Takes the next document; one that is made again is none. */
    public void take(Invoice invoice, Noticed by) {
        if (!invoice.number().counted()) {
            return;
        }
        String prefix = invoice.number().prefix();
        Range range = ranges.computeIfAbsent(prefix, unknown -> new Range());
        long number = Long.parseLong(invoice.number().number());
        if (period.holds(by.position())) {
            range.documents++;
            range.first = range.first == 0 ? number : Math.min(range.first, number);
            range.last = Math.max(range.last, number);
        } else {
            range.before = Math.max(range.before, number);
        }
        boolean newest = number > range.highest;
        if (newest) {
            if (number > range.highest + 1) {
                range.missing.put(range.highest + 1, new Missing(number - 1, by));
            }
            range.highest = number;
        } else if (!found(range, number) && period.holds(by.position())) {
            range.doubled++;
            finding(prefix, "doubled", number, number, by);
        }
        order(range, prefix, number, invoice.date(), newest, by);
    }

    /** A restore leaves numbers out: they follow the last one that is known, as it counts them as drawn. */
    public void leaveOut(LeftOutNumbers numbers, Noticed by) {
        Range range = ranges.computeIfAbsent(numbers.prefix(), unknown -> new Range());
        if (numbers.first() > range.highest + 1) {
            range.missing.put(range.highest + 1, new Missing(numbers.first() - 1, by));
        }
        range.highest = Math.max(range.highest, numbers.last());
        if (period.holds(by.position())) {
            range.leftOut += numbers.last() - numbers.first() + 1;
            finding(numbers.prefix(), "left_out", numbers.first(), numbers.last(), by);
        } else {
            range.before = Math.max(range.before, numbers.last());
        }
    }

    private void order(Range range, String prefix, long number, LocalDate date, boolean newest, Noticed by) {
        LocalDate latest = range.latest;
        if (latest != null && period.holds(by.position()) && (newest ? date.isBefore(latest) : date.isAfter(latest))) {
            range.outOfOrder++;
            finding(prefix, "out_of_order", number, number, by);
        }
        if (latest == null || date.isAfter(latest)) {
            range.latest = date;
        }
    }

    /** Whether the number was missing; it is not any more. */
    private static boolean found(Range range, long number) {
        Map.Entry<Long, Missing> gap = range.missing.floorEntry(number);
        if (gap == null || gap.getValue().to() < number) {
            return false;
        }
        range.missing.remove(gap.getKey());
        if (gap.getKey() < number) {
            range.missing.put(
                    gap.getKey(), new Missing(number - 1, gap.getValue().noticed()));
        }
        if (number < gap.getValue().to()) {
            range.missing.put(number + 1, gap.getValue());
        }
        return true;
    }

    /** The last document was taken. */
    public void end() {
        TableWriter table = books.table(Table.NUMBER_RANGES);
        ranges.forEach((prefix, range) -> {
            long missing = 0;
            for (Map.Entry<Long, Missing> gap : range.missing.entrySet()) {
                if (period.holds(gap.getValue().noticed().position())) {
                    missing += gap.getValue().to() - gap.getKey() + 1;
                    finding(
                            prefix,
                            "missing",
                            gap.getKey(),
                            gap.getValue().to(),
                            gap.getValue().noticed());
                }
            }
            table.row(
                    prefix,
                    range.before,
                    range.first,
                    range.last,
                    range.documents,
                    missing,
                    range.leftOut,
                    range.doubled,
                    range.outOfOrder);
        });
    }

    private void finding(String prefix, String finding, long from, long to, Noticed by) {
        books.table(Table.NUMBER_GAPS).row(prefix, finding, from, to, by.position(), by.recordedAt());
    }
}
