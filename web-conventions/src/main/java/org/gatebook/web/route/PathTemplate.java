package org.gatebook.web.route;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A declared path: literal segments and variables, with or without a final slash.
 *
 * @param segments in order; a variable has its name, a literal its text
 * @param finalSlash whether the path ends in one
 */
record PathTemplate(List<Segment> segments, boolean finalSlash) {

    private static final String SPANNING = ":.+";

    /**
     * One step of a path.
     *
     * @param spanning whether a variable may hold slashes, and so be several steps of an address
     */
    record Segment(String text, boolean variable, boolean spanning) {}

    PathTemplate {
        segments = List.copyOf(segments);
    }

    /**
     * Reads {@code /api/v1/organizers/{organizer}/}. A variable {@code {name:.+}} may hold slashes.
     *
     * @throws IllegalArgumentException if it is no plain pattern of literals and variables
     */
    static PathTemplate of(String pattern) {
        if (!pattern.startsWith("/") || pattern.contains("//") || pattern.contains("*")) {
            throw new IllegalArgumentException("not a path of literals and variables: " + pattern);
        }
        boolean finalSlash = pattern.length() > 1 && pattern.endsWith("/");
        String inner = pattern.substring(1, finalSlash ? pattern.length() - 1 : pattern.length());
        List<Segment> segments = new ArrayList<>();
        for (String text : inner.split("/", -1)) {
            boolean variable = text.startsWith("{") && text.endsWith("}");
            boolean spanning = variable && text.endsWith(SPANNING + "}");
            int behind = spanning ? SPANNING.length() + 1 : 1;
            String name = variable ? text.substring(1, text.length() - behind) : text;
            if (name.isEmpty() || name.contains("{") || name.contains(":")) {
                throw new IllegalArgumentException("not a path of literals and variables: " + pattern);
            }
            segments.add(new Segment(name, variable, spanning));
        }
        return new PathTemplate(segments, finalSlash);
    }

    /** The path with a star for every variable, so that the names of variables do not matter. */
    String anonymous() {
        return segments.stream()
                .map(segment -> segment.variable() ? "*" : segment.text())
                .collect(Collectors.joining("/", "/", finalSlash ? "/" : ""));
    }

    /** Whether one of its variables has this name. */
    boolean names(String variable) {
        return segments.stream()
                .anyMatch(segment -> segment.variable() && segment.text().equals(variable));
    }
}
