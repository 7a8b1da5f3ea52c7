package org.gatebook.query.text;

import java.util.Collection;
import java.util.stream.Collectors;

/** Arrays of texts as rows take them. */
public final class TextArray {

    private TextArray() {}

    /** The literal of PostgreSQL for a {@code text[]}. */
    public static String literal(Collection<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
