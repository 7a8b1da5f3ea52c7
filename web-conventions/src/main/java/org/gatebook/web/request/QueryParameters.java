package org.gatebook.web.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of an address or of a form, in the order sent; a name may come several times. */
public final class QueryParameters {

    private static final QueryParameters NONE = new QueryParameters(Map.of());

    private final Map<String, List<String>> values;

    private QueryParameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** No parameters. */
    public static QueryParameters none() {
        return NONE;
    }

    /**
     * Reads {@code a=1&b=2}. A broken percent-encoding is taken as it stands, because the reference never refuses one.
     *
     * @param text without the question mark; null or empty means none
     */
    public static QueryParameters parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return NONE;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('&', start);
            end = end < 0 ? text.length() : end;
            if (end > start) {
                String pair = text.substring(start, end);
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.computeIfAbsent(decoded(name), n -> new ArrayList<>(1)).add(decoded(value));
            }
            start = end + 1;
        }
        return new QueryParameters(values);
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The last value of a parameter, which is the one that counts where one is expected; null when absent. */
    public @Nullable String last(String name) {
        List<String> all = values.get(name);
        return all == null ? null : all.getLast();
    }

    /** Every value of a parameter, in the order sent. */
    public List<String> all(String name) {
        List<String> all = values.get(name);
        return all == null ? List.of() : List.copyOf(all);
    }

    /** Whether it was sent at all. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The names sent, in the order of their first appearance. */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Everything, as a map that must not be changed. */
    public Map<String, List<String>> asMap() {
        return Collections.unmodifiableMap(values);
    }
}
