package org.gatebook.eventstore.verify;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatebook.eventstore.evidence.EvidenceReport;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param position up to which the log was read
 * @param events how many there are up to there
 * @param streams how many streams begin up to there
 * @param byName events by logical name and revision, for example {@code gift_card.issued r1}
 * @param differences how many findings there are in all
 * @param findings the first of them
 * @param evidence what comparing it with its recorded tree came to; null if none is kept
 * @param took how long it took
 */
public record VerificationReport(
        long position,
        long events,
        long streams,
        SortedMap<String, Long> byName,
        long differences,
        List<Finding> findings,
        @Nullable EvidenceReport evidence,
        Duration took) {

    public VerificationReport {
        byName = new TreeMap<>(byName);
        findings = List.copyOf(findings);
    }

    /**
     * A row that breaks a promise, or a file of the evidence.
     *
     * @param position of the event; 0 of a file
     * @param stream of the event, or the file
     * @param text which promise and how
     */
    public record Finding(long position, String stream, String text) {

        private String line() {
            return (position > 0 ? "position " + position + ", " : "") + stream + ": " + text + "\n";
        }
    }

    /** Whether everything holds. */
    public boolean clean() {
        return differences == 0;
    }

    /** The report as an operator reads it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%,d events in %,d streams up to position %d, read in %.1f s%n",
                events,
                streams,
                position,
                took.toMillis() / 1000.0));
        for (Map.Entry<String, Long> name : byName.entrySet()) {
            text.append(String.format(Locale.ROOT, "  %-40s %,12d%n", name.getKey(), name.getValue()));
        }
        if (evidence != null) {
            text.append(evidence.text());
        }
        findings.forEach(finding -> text.append(finding.line()));
        if (differences > findings.size()) {
            text.append(String.format(Locale.ROOT, "... and %,d more%n", differences - findings.size()));
        }
        return text.append(clean() ? "nothing is wrong" : String.format(Locale.ROOT, "%,d DIFFERENCES", differences))
                .append('\n')
                .toString();
    }
}
