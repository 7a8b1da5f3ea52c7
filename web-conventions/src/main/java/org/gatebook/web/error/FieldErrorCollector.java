package org.gatebook.web.error;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers errors that are found one after the other, by path, and gives them the shape of the body. Paths are member
 * names and list positions in turn: {@code at("positions", 2, "item")}. A list shows as many entries as it was sent
 * with, so its length must be known before the errors are taken.
 */
public final class FieldErrorCollector {

    private final Node root = new Node();

    /** Says this about the value at the path; an empty path means the whole object. */
    public FieldErrorCollector add(String text, Object... path) {
        node(path.length == 0 ? new Object[] {FieldErrors.WHOLE_OBJECT} : path)
                .texts
                .add(text);
        return this;
    }

    /** Puts errors that already have a shape at the path, beside what is there; the last word on a position wins. */
    public FieldErrorCollector add(FieldErrors errors, Object... path) {
        node(path).ready = errors;
        return this;
    }

    /** Says how many entries the list at the path was sent with. */
    public FieldErrorCollector length(int entries, Object... path) {
        node(path).length = entries;
        return this;
    }

    /** Whether nothing has been said yet. */
    public boolean isEmpty() {
        return errors().isEmpty();
    }

    /** What has been gathered; members without fault are left out. */
    public FieldErrors errors() {
        FieldErrors shaped = root.shaped();
        return shaped == null ? FieldErrors.none() : shaped;
    }

    private Node node(Object... path) {
        Node node = root;
        for (Object step : path) {
            node = node.children.computeIfAbsent(step, ignored -> new Node());
        }
        return node;
    }

    private static final class Node {
        private final Map<Object, Node> children = new LinkedHashMap<>();
        private final List<String> texts = new ArrayList<>();
        private @Nullable FieldErrors ready;
        private int length = -1;

        /** Null when nothing is wrong here. */
        private @Nullable FieldErrors shaped() {
            if (ready != null) {
                return ready.isEmpty() ? null : ready;
            }
            if (!texts.isEmpty()) {
                return new FieldErrors.Texts(texts);
            }
            return length >= 0 || children.keySet().stream().anyMatch(Integer.class::isInstance)
                    ? entries()
                    : members();
        }

        private @Nullable FieldErrors members() {
            Map<String, FieldErrors> members = new LinkedHashMap<>();
            children.forEach((step, child) -> {
                FieldErrors errors = child.shaped();
                if (errors != null) {
                    members.put(step.toString(), errors);
                }
            });
            return members.isEmpty() ? null : new FieldErrors.Members(members);
        }

        private @Nullable FieldErrors entries() {
            int size = length;
            for (Object step : children.keySet()) {
                size = Math.max(size, step instanceof Integer index ? index + 1 : 0);
            }
            List<FieldErrors> entries = new ArrayList<>();
            for (int index = 0; index < size; index++) {
                Node child = children.get(index);
                FieldErrors errors = child == null ? null : child.shaped();
                entries.add(errors == null ? FieldErrors.none() : errors);
            }
            FieldErrors.Entries shaped = new FieldErrors.Entries(entries);
            return shaped.isEmpty() ? null : shaped;
        }
    }
}
