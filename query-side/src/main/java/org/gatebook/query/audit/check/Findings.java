package org.gatebook.query.audit.check;

import java.util.ArrayList;
import java.util.List;

/** What a check has found: the first differences, and how many there are. */
public final class Findings {

    private static final int KEPT = 100;

    private final List<String> lines = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private long differences;

    /**
     * Takes a difference.
     *
     * @param what the file, and the place in it
     */
    void add(String what, String text) {
        differences++;
        if (lines.size() < KEPT) {
            lines.add(what + ": " + text);
        }
    }

    /** Takes a sentence about what was looked at. */
    void say(String sentence) {
        said.add(sentence);
    }

    /** Whether there is no difference. */
    public boolean clean() {
        return differences == 0;
    }

    /** As an auditor reads it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        said.forEach(line -> text.append(line).append('\n'));
        lines.forEach(line -> text.append(line).append('\n'));
        if (differences > lines.size()) {
            text.append("... and ").append(differences - lines.size()).append(" more\n");
        }
        return text.append(clean() ? "nothing is wrong" : differences + " DIFFERENCES")
                .append('\n')
                .toString();
    }
}
