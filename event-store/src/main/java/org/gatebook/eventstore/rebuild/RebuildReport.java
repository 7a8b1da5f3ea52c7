package org.gatebook.eventstore.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rebuild found and did.
 *
 * @param live the schema that was active when it began; null when there was none
 * @param rebuilt the schema that was made
 * @param position up to which position both were compared
 * @param history how many events the first phase folded, stream by stream
 * @param folding how long the first phase took
 * @param tail how many events were applied after it
 * @param last how many of the tail were applied while writers waited
 * @param closed how long writers waited at the gate
 * @param tables one entry a table, in the order of the read models
 * @param switched whether the rebuilt schema is the active one now
 */
public record RebuildReport(
        @Nullable String live,
        String rebuilt,
        long position,
        long history,
        Duration folding,
        long tail,
        long last,
        Duration closed,
        List<TableReport> tables,
        boolean switched) {

    public RebuildReport {
        tables = List.copyOf(tables);
    }

    /**
     * A table, compared row by row.
     *
     * @param rows in the rebuilt schema
     * @param outcome how it compares
     */
    public record TableReport(String table, long rows, Outcome outcome) {}

    /** How a rebuilt table compares with the live one. */
    public sealed interface Outcome {

        /** Every row is there on both sides, and the same. */
        record Equal() implements Outcome {}

        /** There was nothing of this form to compare with. */
        record NewForm() implements Outcome {}

        /**
         * Rows differ.
         *
         * @param differing keys that are on both sides, with other values
         * @param onlyLive keys that only the live table has
         * @param onlyRebuilt keys that only the rebuilt table has
         * @param examples the first keys of all three kinds
         */
        record Different(long differing, long onlyLive, long onlyRebuilt, List<String> examples) implements Outcome {
            public Different {
                examples = List.copyOf(examples);
            }
        }
    }

    /** Whether any row that should be equal is not. */
    public boolean differs() {
        return !differing().isEmpty();
    }

    /** The tables with such rows. */
    public List<String> differing() {
        return tables.stream()
                .filter(table -> table.outcome() instanceof Outcome.Different)
                .map(TableReport::table)
                .toList();
    }

    /** Events a second of the first phase. */
    public long eventsPerSecond() {
        return Math.round(history * 1e9 / Math.max(1, folding.toNanos()));
    }

    /** The report as an operator reads it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s: %,d events folded in %.1f s (%,d/s), %,d more up to position %d; writers waited %.2f s for %,d%n",
                rebuilt,
                history,
                folding.toMillis() / 1000.0,
                eventsPerSecond(),
                tail,
                position,
                closed.toMillis() / 1000.0,
                last));
        text.append(tablesText());
        text.append(differs() ? "live and rebuilt DIFFER" : "live and rebuilt are equal");
        text.append(switched ? "; " + rebuilt + " is active now" : "; nothing was switched")
                .append('\n');
        return text.toString();
    }

    /** How each table compares, a line each. */
    public String tablesText() {
        StringBuilder text = new StringBuilder();
        for (TableReport table : tables) {
            text.append(String.format(
                    Locale.ROOT, "  %-32s %,12d rows  %s%n", table.table(), table.rows(), outcome(table.outcome())));
        }
        return text.toString();
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Equal equal -> "equal";
            case Outcome.NewForm newForm -> "new form, nothing to compare with";
            case Outcome.Different different ->
                String.format(
                        Locale.ROOT,
                        "%,d differ, %,d only live, %,d only rebuilt: %s",
                        different.differing(),
                        different.onlyLive(),
                        different.onlyRebuilt(),
                        String.join(", ", different.examples()));
        };
    }
}
