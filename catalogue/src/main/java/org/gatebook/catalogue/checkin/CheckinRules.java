package org.gatebook.catalogue.checkin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.web.form.python.PyText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which JSON logic may be a rule of a list (behaviour notes, check-in 4.7): what scanners that work offline can evaluate
 * as well. An empty value of whatever type is no rule; other values that are no object are refused, since the reference
 * keeps them and then crashes at the door.
 */
final class CheckinRules {

    private static final Set<String> BOOLEAN = Set.of("and", "or");
    private static final Set<String> OUTERMOST =
            Set.of("and", "or", "<", "<=", ">", ">=", "==", "!=", "inList", "isBefore", "isAfter");
    private static final Set<String> INSIDE = Set.of(
            "buildTime",
            "objectList",
            "lookup",
            "var",
            "entries_since",
            "entries_before",
            "entries_days_since",
            "entries_days_before");
    private static final Set<String> VARIABLES = Set.of(
            "product",
            "variation",
            "now",
            "now_isoweekday",
            "entries_number",
            "entries_today",
            "entries_days",
            "minutes_since_last_entry",
            "minutes_since_first_entry",
            "gate",
            "entry_status");

    private CheckinRules() {}

    /** What is wrong with the rules of a list; null when nothing is. */
    static @Nullable String fault(JsonNode rules) {
        if (isEmpty(rules)) {
            return null;
        }
        return rules.isObject()
                ? fault(rules, false, true)
                : "Rules need to be a dictionary, found: \"" + PyText.str(rules) + "\".";
    }

    private static @Nullable String fault(JsonNode value, boolean belowComparison, boolean outermost) {
        if (!value.isObject() || value.isEmpty()) {
            return null;
        }
        if (value.size() > 1) {
            return "Rules should not include dictionaries with more than one key, found: \"" + PyText.str(value)
                    + "\".";
        }
        Map.Entry<String, JsonNode> only = value.properties().iterator().next();
        String operator = only.getKey();
        List<JsonNode> operands =
                only.getValue().isArray() ? only.getValue().valueStream().toList() : List.of(only.getValue());
        if (!OUTERMOST.contains(operator) && !INSIDE.contains(operator)) {
            return "Logic operator \"" + operator + "\" is currently not allowed.";
        }
        if (outermost && !OUTERMOST.contains(operator)) {
            return "Logic operator \"" + operator + "\" is currently not allowed on the first level.";
        }
        if (operator.equals("var")) {
            String name = operands.isEmpty() ? "" : PyText.str(operands.getFirst());
            return VARIABLES.contains(name) ? null : "Logic variable \"" + name + "\" is currently not allowed.";
        }
        boolean comparison = !BOOLEAN.contains(operator);
        if (belowComparison && !comparison) {
            return "You cannot use OR/AND logic on a level below a comparison operator.";
        }
        for (JsonNode operand : operands) {
            String fault = fault(operand, belowComparison || comparison, false);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static boolean isEmpty(JsonNode rules) {
        return switch (rules.getNodeType()) {
            case OBJECT, ARRAY -> rules.isEmpty();
            case STRING -> rules.stringValue().isEmpty();
            case BOOLEAN -> !rules.booleanValue();
            case NUMBER -> rules.doubleValue() == 0;
            default -> true;
        };
    }
}
