package org.gatebook.web.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parameters of a request's address, decoded, in the order sent; a name may come several times. Immutable. */
public final class QueryParams {

    private final Map<String, List<String>> values;

    private QueryParams(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Reads what stands behind the question mark; null or empty is no parameter. Never fails. */
    public static QueryParams parse(@Nullable String rawQuery) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (rawQuery != null) {
            for (String pair : rawQuery.split("&", -1)) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                    String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                    values.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
                }
            }
        }
        return new QueryParams(values);
    }

    /** The last value of this name; null when there is none. */
    public @Nullable String get(String name) {
        List<String> all = values.get(name);
        return all == null ? null : all.getLast();
    }

    /** All values of this name, perhaps none. */
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /** Whether the name was sent, with whatever value. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Whether the last value is exactly {@code true}; most flags that are no filters understand nothing else. */
    public boolean isTrue(String name) {
        return "true".equals(get(name));
    }

    /** Everything as a body of keys and values would hold it. */
    public Map<String, List<String>> asMap() {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, all) -> copy.put(name, List.copyOf(all)));
        return copy;
    }

    /** The same with one parameter replaced, or left out when the value is null. */
    public QueryParams with(String name, @Nullable String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.remove(name);
        if (value != null) {
            changed.put(name, List.of(value));
        }
        return new QueryParams(changed);
    }

    /** Encoded for an address, sorted by name; values of one name keep their order. */
    public String toSortedQuery() {
        StringJoiner query = new StringJoiner("&");
        new TreeMap<>(values)
                .forEach((name, all) -> all.forEach(value -> query.add(encoded(name) + "=" + encoded(value))));
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Like the reference, takes a stray percent sign for itself. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return toSortedQuery();
    }
}
