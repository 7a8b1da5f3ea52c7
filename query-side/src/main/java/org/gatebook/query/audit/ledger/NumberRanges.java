package org.gatebook.query.audit.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.query.audit.table.Table;
import org.gatebook.query.audit.table.TableWriter;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is missing, doubled or out of the order of dates in counted number ranges. Documents come in the order of
 * the log, so that of a range nothing is held but its last number and what is missing.
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

    private record Missing(long to, long noticed) {}

    private static final class Range {
        private final TreeMap<Long, Missing> missing = new TreeMap<>();
        private @Nullable LocalDate latest;
        private long highest;
        private long before;
        private long first;
        private long last;
        private long documents;
        private long doubled;
        private long outOfOrder;
    }

    /** Takes the next document; one that is made again is none. */
    public void take(Invoice invoice, long position) {
        if (!invoice.number().counted()) {
            return;
        }
        String prefix = invoice.number().prefix();
        Range range = ranges.computeIfAbsent(prefix, unknown -> new Range());
        long number = Long.parseLong(invoice.number().number());
        if (period.holds(position)) {
            range.documents++;
            range.first = range.first == 0 ? number : Math.min(range.first, number);
            range.last = Math.max(range.last, number);
        } else {
            range.before = Math.max(range.before, number);
        }
        boolean newest = number > range.highest;
        if (newest) {
            if (number > range.highest + 1) {
                range.missing.put(range.highest + 1, new Missing(number - 1, position));
            }
            range.highest = number;
        } else if (!found(range, number) && period.holds(position)) {
            range.doubled++;
            finding(prefix, "doubled", number, number, position);
        }
        order(range, prefix, number, invoice.date(), newest, position);
    }

    private void order(Range range, String prefix, long number, LocalDate date, boolean newest, long position) {
        LocalDate latest = range.latest;
        if (latest != null && period.holds(position) && (newest ? date.isBefore(latest) : date.isAfter(latest))) {
            range.outOfOrder++;
            finding(prefix, "out_of_order", number, number, position);
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
                if (period.holds(gap.getValue().noticed())) {
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
                    range.doubled,
                    range.outOfOrder);
        });
    }

    private void finding(String prefix, String finding, long from, long to, long position) {
        books.table(Table.NUMBER_GAPS).row(prefix, finding, from, to, position);
    }
}
