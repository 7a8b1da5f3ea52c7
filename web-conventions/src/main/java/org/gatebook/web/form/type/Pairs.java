package org.gatebook.web.form.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A body of key and value pairs, as browsers send forms. Everything in it is text; nesting is written into the keys
 * ({@code address.city}, {@code positions[0]item}).
 *
 * @param values every value of a key, in the order sent
 * @param partial whether the body is a partial change, where a flag that is not sent is not false
 */
public record Pairs(Map<String, List<String>> values, boolean partial) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The last value of this name as text; missing when there is none. */
    public JsonNode text(String name) {
        List<String> sent = values.get(name);
        return sent == null || sent.isEmpty() ? JSON.missingNode() : JSON.stringNode(sent.getLast());
    }

    /** All values of this name, or of its numbered keys; missing when there are none. */
    public JsonNode texts(String name) {
        List<String> sent = values.get(name);
        if (sent == null || sent.isEmpty()) {
            return numbered(name);
        }
        ArrayNode all = JSON.arrayNode();
        sent.forEach(all::add);
        return all;
    }

    /** The pairs of one object: {@code name.member}. Empty when there are none. */
    public Pairs object(String name) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        String prefix = name + ".";
        values.forEach((key, sent) -> {
            if (key.startsWith(prefix)) {
                members.put(key.substring(prefix.length()), sent);
            }
        });
        return new Pairs(members, partial);
    }

    /** The pairs of the objects of a list: {@code name[0]member}. */
    public List<Pairs> rows(String name) {
        Pattern numbered = Pattern.compile(Pattern.quote(name) + "\\[([0-9]{1,9})](.+)");
        Map<Integer, Map<String, List<String>>> rows = new TreeMap<>();
        values.forEach((key, sent) -> {
            Matcher matcher = numbered.matcher(key);
            if (matcher.matches()) {
                String member = matcher.group(2);
                rows.computeIfAbsent(Integer.valueOf(matcher.group(1)), ignored -> new LinkedHashMap<>())
                        .put(member.startsWith(".") ? member.substring(1) : member, sent);
            }
        });
        List<Pairs> all = new ArrayList<>();
        rows.values().forEach(row -> all.add(new Pairs(row, partial)));
        return all;
    }

    private JsonNode numbered(String name) {
        Pattern numbered = Pattern.compile(Pattern.quote(name) + "\\[([0-9]{1,9})]");
        Map<Integer, String> entries = new TreeMap<>();
        values.forEach((key, sent) -> {
            Matcher matcher = numbered.matcher(key);
            if (matcher.matches() && !sent.isEmpty()) {
                entries.put(Integer.valueOf(matcher.group(1)), sent.getLast());
            }
        });
        if (entries.isEmpty()) {
            return JSON.missingNode();
        }
        ArrayNode all = JSON.arrayNode();
        entries.values().forEach(all::add);
        return all;
    }
}
