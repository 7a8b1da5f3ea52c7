package org.gatebook.command.ticket.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The rules of a list as people think of them, and how they are written down. */
sealed interface Rule {

    /** As JSON logic. */
    Map<String, Object> written();

    /** All of them, or one. */
    record Several(boolean all, List<Rule> parts) implements Rule {
        @Override
        public Map<String, Object> written() {
            return Map.of(all ? "and" : "or", parts.stream().map(Rule::written).toList());
        }
    }

    /** No rule. */
    record Nothing() implements Rule {
        @Override
        public Map<String, Object> written() {
            return Map.of();
        }
    }

    /** Something counted. */
    record Counted(String what, String operator, int wanted) implements Rule {
        @Override
        public Map<String, Object> written() {
            return Map.of(operator, List.of(variable(what), wanted));
        }
    }

    /** Entries, or days with one, since or before a moment. */
    record CountedFrom(boolean days, boolean since, Moment moment, String operator, int wanted) implements Rule {
        @Override
        public Map<String, Object> written() {
            String what = "entries_" + (days ? "days_" : "") + (since ? "since" : "before");
            return Map.of(operator, List.of(Map.of(what, List.of(moment.written())), wanted));
        }
    }

    /** The product, variation or gate is one of these. */
    record OneOf(String what, List<Integer> ids) implements Rule {
        @Override
        public Map<String, Object> written() {
            // The editor writes numbers as texts, other clients as numbers.
            List<Object> list = new ArrayList<>();
            for (int id : ids) {
                list.add(Map.of("lookup", List.of(what, id % 2 == 0 ? Integer.toString(id) : id, "a name")));
            }
            return Map.of("inList", List.of(variable(what), Map.of("objectList", list)));
        }
    }

    /** Whether one is inside. */
    record Status(boolean equal, String word) implements Rule {
        @Override
        public Map<String, Object> written() {
            return Map.of(equal ? "==" : "!=", List.of(variable("entry_status"), word));
        }
    }

    /** Before or after a moment; null for no tolerance. */
    record When(boolean before, Moment moment, Integer tolerance) implements Rule {
        @Override
        public Map<String, Object> written() {
            return Map.of(before ? "isBefore" : "isAfter", Arrays.asList(variable("now"), moment.written(), tolerance));
        }
    }

    /** A moment that a rule names. */
    record Moment(String kind, String value) {
        Map<String, Object> written() {
            return Map.of("buildTime", value == null ? List.of(kind) : List.of(kind, value));
        }
    }

    private static Map<String, Object> variable(String name) {
        return Map.of("var", name);
    }
}
