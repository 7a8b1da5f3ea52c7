package org.gatebook.web.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a path by its segments: the cost grows with the depth of the path and not with the number of
 * routes, which a list of patterns would. A literal wins over a variable.
 */
final class RouteTree {

    private final Node root = new Node();

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private @Nullable Node variable;
        private @Nullable Node spanning;
        private @Nullable ApiRoute withSlash;
        private @Nullable ApiRoute withoutSlash;

        private @Nullable ApiRoute route(boolean finalSlash) {
            return finalSlash ? withSlash : withoutSlash;
        }
    }

    /** Adds a route; two that differ only in the names of their variables are the same one. */
    void add(ApiRoute route) {
        Node node = root;
        for (PathTemplate.Segment segment : route.template().segments()) {
            if (segment.spanning()) {
                if (node.spanning == null) {
                    node.spanning = new Node();
                }
                node = node.spanning;
            } else if (segment.variable()) {
                if (node.variable == null) {
                    node.variable = new Node();
                }
                node = node.variable;
            } else {
                node = node.literals.computeIfAbsent(segment.text(), text -> new Node());
            }
        }
        if (route.template().finalSlash()) {
            node.withSlash = route;
        } else {
            node.withoutSlash = route;
        }
    }

    /** What is at this path, encoded as the client sent it. */
    Resolution resolve(String path) {
        if (!path.startsWith("/") || path.contains("//") || path.contains("%00")) {
            return new Resolution.Nothing();
        }
        boolean finalSlash = path.length() > 1 && path.endsWith("/");
        String[] segments = path.substring(1, finalSlash ? path.length() - 1 : path.length())
                .split("/", -1);
        List<String> values = new ArrayList<>(4);
        ApiRoute route = find(root, segments, 0, finalSlash, values);
        if (route != null) {
            return new Resolution.Found(route, variables(route, values));
        }
        values.clear();
        return !finalSlash && find(root, segments, 0, true, values) != null
                ? new Resolution.LacksSlash()
                : new Resolution.Nothing();
    }

    private static @Nullable ApiRoute find(
            Node node, String[] segments, int depth, boolean finalSlash, List<String> values) {
        if (depth == segments.length) {
            return node.route(finalSlash);
        }
        String segment = segments[depth];
        Node literal = node.literals.get(segment);
        if (literal != null) {
            ApiRoute found = find(literal, segments, depth + 1, finalSlash, values);
            if (found != null) {
                return found;
            }
        }
        ApiRoute found =
                node.variable == null ? null : find(node.variable, segments, depth, depth + 1, finalSlash, values);
        if (node.spanning != null) {
            // The longest value wins: whatever stands before the last literal behind it belongs to it.
            for (int end = segments.length; found == null && end > depth; end--) {
                found = find(node.spanning, segments, depth, end, finalSlash, values);
            }
        }
        return found;
    }

    /** The route behind a variable whose value are these segments. */
    private static @Nullable ApiRoute find(
            Node behind, String[] segments, int begin, int end, boolean finalSlash, List<String> values) {
        int before = values.size();
        values.add(decoded(String.join("/", Arrays.asList(segments).subList(begin, end))));
        ApiRoute found = find(behind, segments, end, finalSlash, values);
        if (found == null) {
            values.subList(before, values.size()).clear();
        }
        return found;
    }

    private static Map<String, String> variables(ApiRoute route, List<String> values) {
        Map<String, String> variables = new LinkedHashMap<>();
        int next = 0;
        for (PathTemplate.Segment segment : route.template().segments()) {
            if (segment.variable()) {
                variables.put(segment.text(), values.get(next++));
            }
        }
        return variables;
    }

    /** A plus is a plus in a path; a broken encoding stands for itself. */
    private static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
