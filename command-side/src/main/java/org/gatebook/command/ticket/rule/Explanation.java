package org.gatebook.command.ticket.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatebook.command.ticket.rule.JsonLogic.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Says why rules refuse. Rules are alternatives of conditions, so there is no one reason; told are the broken conditions
 * of the alternative that is easiest to fulfil (behaviour notes, check-in 4.7): an alternative is as hard as its hardest
 * broken condition, and among equals the one with the fewest is told, the first of them.
 *
 * <p>The reference expands rules into all their alternatives. Their number grows exponentially with the rules' size,
 * while the hardest condition and the number of conditions of the best one add up from the parts.
 */
final class Explanation {

    private final JsonLogic logic;
    private final Obstacles obstacles;

    Explanation(EntryFacts facts, Instant now) {
        this.logic = new JsonLogic(facts);
        this.obstacles = new Obstacles(facts, now);
    }

    /** A rule with its conditions evaluated. */
    private sealed interface Node {
        /** All of these, or one of them. */
        record Combined(boolean all, List<Node> parts) implements Node {}

        /** A condition; what stands in the way is null if it holds. */
        record Condition(@Nullable Obstacle obstacle) implements Node {}
    }

    /** @throws UnusableRule if a broken condition has no meaning */
    String of(Object rules) {
        Node tree = evaluated(rules);
        List<Obstacle> told = easiest(tree, hardness(tree));
        return told == null ? "" : told.stream().map(Obstacle::text).collect(Collectors.joining(", "));
    }

    private Node evaluated(@Nullable Object rule) {
        if (rule instanceof Map<?, ?> map && !map.isEmpty()) {
            Operation operation = Operation.of(map);
            boolean all = operation.operator().equals("and");
            if (operation.isBoolean() && (all || !operation.operands().isEmpty())) {
                return new Node.Combined(
                        all, operation.operands().stream().map(this::evaluated).toList());
            }
            if (operation.isBoolean()) {
                // One of none: there is no alternative to tell about.
                return new Node.Condition(Obstacle.ALWAYS);
            }
            return new Node.Condition(JsonLogic.isTrue(logic.value(rule)) ? null : obstacles.of(operation));
        }
        // An empty rule holds, though an empty value elsewhere is false.
        return new Node.Condition(JsonLogic.isTrue(logic.value(rule)) ? null : Obstacle.ALWAYS);
    }

    /** How hard the easiest alternative is. */
    private static Obstacle.Hardness hardness(Node node) {
        return switch (node) {
            case Node.Condition condition -> {
                Obstacle obstacle = condition.obstacle();
                yield obstacle == null ? Obstacle.Hardness.NONE : obstacle.hardness();
            }
            case Node.Combined combined -> {
                Stream<Obstacle.Hardness> parts = combined.parts().stream().map(Explanation::hardness);
                yield combined.all()
                        ? parts.max(Comparator.naturalOrder()).orElse(Obstacle.Hardness.NONE)
                        : parts.min(Comparator.naturalOrder()).orElse(Obstacle.ALWAYS.hardness());
            }
        };
    }

    /** The fewest obstacles of an alternative that is at most so hard; null if there is none. */
    private static @Nullable List<Obstacle> easiest(Node node, Obstacle.Hardness limit) {
        return switch (node) {
            case Node.Condition condition -> {
                Obstacle obstacle = condition.obstacle();
                if (obstacle == null) {
                    yield List.of();
                }
                yield obstacle.hardness().compareTo(limit) <= 0 ? List.of(obstacle) : null;
            }
            case Node.Combined combined ->
                combined.all() ? together(combined.parts(), limit) : fewest(combined.parts(), limit);
        };
    }

    private static @Nullable List<Obstacle> together(List<Node> parts, Obstacle.Hardness limit) {
        List<Obstacle> together = new ArrayList<>();
        for (Node part : parts) {
            List<Obstacle> some = easiest(part, limit);
            if (some == null) {
                return null;
            }
            together.addAll(some);
        }
        return together;
    }

    private static @Nullable List<Obstacle> fewest(List<Node> parts, Obstacle.Hardness limit) {
        List<Obstacle> fewest = null;
        for (Node part : parts) {
            List<Obstacle> some = easiest(part, limit);
            if (some != null && (fewest == null || some.size() < fewest.size())) {
                fewest = some;
            }
        }
        return fewest;
    }
}
