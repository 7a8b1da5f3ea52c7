package org.gatebook.command.ticket.rule;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates JSON logic with the operators of check-in rules. Values are loose as in the reference, whose rules devices
 * evaluate in three more languages: a number and a text compare as numbers, empty things and zero are false.
 */
final class JsonLogic {

    private final EntryFacts facts;

    JsonLogic(EntryFacts facts) {
        this.facts = facts;
    }

    static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean flag -> flag;
            case Number number -> decimal(number).signum() != 0;
            case String text -> !text.isEmpty();
            case Collection<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }

    /** The operator of a rule and what it is applied to. */
    record Operation(String operator, List<@Nullable Object> operands) {

        static Operation of(Map<?, ?> rule) {
            if (rule.size() != 1) {
                throw new UnusableRule("a rule has one operator");
            }
            Map.Entry<?, ?> only = rule.entrySet().iterator().next();
            List<@Nullable Object> operands = new ArrayList<>();
            if (only.getValue() instanceof List<?> several) {
                operands.addAll(several);
            } else {
                operands.add(only.getValue());
            }
            return new Operation(String.valueOf(only.getKey()), operands);
        }

        boolean isBoolean() {
            return operator.equals("and") || operator.equals("or");
        }
    }

    /** @throws UnusableRule if it has no meaning */
    @Nullable
    Object value(@Nullable Object rule) {
        if (!(rule instanceof Map<?, ?> map)) {
            return rule;
        }
        if (map.isEmpty()) {
            return true;
        }
        Operation operation = Operation.of(map);
        List<@Nullable Object> operands = operation.operands();
        if (operation.isBoolean()) {
            boolean all = operation.operator().equals("and");
            for (Object operand : operands) {
                if (isTrue(value(operand)) != all) {
                    return !all;
                }
            }
            return all;
        }
        List<@Nullable Object> values = new ArrayList<>();
        operands.forEach(operand -> values.add(value(operand)));
        return apply(operation.operator(), values);
    }

    private @Nullable Object apply(String operator, List<@Nullable Object> values) {
        return switch (operator) {
            case "var" -> facts.variable(String.valueOf(at(values, 0)));
            case "objectList" -> values;
            case "lookup" -> whole(at(values, 1));
            case "buildTime" -> moment(String.valueOf(at(values, 0)), at(values, 1));
            case "entries_since" -> facts.entries(t -> !t.isBefore(instant(at(values, 0))));
            case "entries_before" -> facts.entries(t -> t.isBefore(instant(at(values, 0))));
            case "entries_days_since" -> facts.daysWithEntry(t -> !t.isBefore(instant(at(values, 0))));
            case "entries_days_before" -> facts.daysWithEntry(t -> t.isBefore(instant(at(values, 0))));
            case "==" -> same(at(values, 0), at(values, 1));
            case "!=" -> !same(at(values, 0), at(values, 1));
            case "<" -> less(at(values, 0), at(values, 1));
            case ">" -> less(at(values, 1), at(values, 0));
            case "<=" -> less(at(values, 0), at(values, 1)) || same(at(values, 0), at(values, 1));
            case ">=" -> less(at(values, 1), at(values, 0)) || same(at(values, 0), at(values, 1));
            case "inList" -> isIn(at(values, 0), at(values, 1));
            case "isBefore" -> isBefore(instant(at(values, 0)), instant(at(values, 1)), at(values, 2));
            case "isAfter" -> isBefore(instant(at(values, 1)), instant(at(values, 0)), at(values, 2));
            default -> throw new UnusableRule("no operator is called " + operator);
        };
    }

    private static @Nullable Object at(List<@Nullable Object> values, int index) {
        return index < values.size() ? values.get(index) : null;
    }

    private static boolean isBefore(Instant one, Instant other, @Nullable Object tolerance) {
        return one.isBefore(other.plus(minutes(tolerance)));
    }

    /** Minutes that widen a bound; none if nothing is said. */
    static Duration minutes(@Nullable Object tolerance) {
        if (!isTrue(tolerance)) {
            return Duration.ZERO;
        }
        BigDecimal minutes = number(tolerance);
        if (minutes == null || minutes.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            throw new UnusableRule("a tolerance is a number of minutes");
        }
        return Duration.ofMillis(minutes.multiply(BigDecimal.valueOf(60_000)).longValue());
    }

    /** The moment that a rule names (behaviour notes, check-in 4.7). */
    Instant moment(String kind, @Nullable Object value) {
        try {
            return switch (kind) {
                case "custom" -> written(String.valueOf(value));
                case "customtime" ->
                    facts.at()
                            .atZone(facts.occasion().zone())
                            .with(LocalTime.parse(String.valueOf(value)))
                            .toInstant();
                case "date_from" -> facts.occasion().from();
                case "date_to" ->
                    Objects.requireNonNullElse(
                            facts.occasion().to(), facts.occasion().from());
                case "date_admission" ->
                    Objects.requireNonNullElse(
                            facts.occasion().admission(), facts.occasion().from());
                default -> throw new UnusableRule("no moment is called " + kind);
            };
        } catch (DateTimeException e) {
            throw new UnusableRule("this is no moment");
        }
    }

    /** As the rule editor writes it; a moment without zone is one of the event. */
    private Instant written(String text) {
        int time = text.indexOf('T');
        if (time < 0) {
            return LocalDate.parse(text).atStartOfDay(facts.occasion().zone()).toInstant();
        }
        String clock = text.substring(time);
        boolean zoned = clock.endsWith("Z") || clock.contains("+") || clock.contains("-");
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(facts.occasion().zone()).toInstant();
    }

    private static Instant instant(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        throw new UnusableRule("this is no moment");
    }

    private static long whole(@Nullable Object value) {
        BigDecimal number = number(value);
        if (number == null) {
            throw new UnusableRule("this is no id");
        }
        return number.longValue();
    }

    private static boolean isIn(@Nullable Object value, @Nullable Object list) {
        if (!(list instanceof Collection<?> members)) {
            throw new UnusableRule("this is no list");
        }
        return members.stream().anyMatch(member -> equal(value, member));
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof String || other instanceof String) {
            return String.valueOf(one).equals(String.valueOf(other));
        }
        if (one instanceof Boolean || other instanceof Boolean) {
            return isTrue(one) == isTrue(other);
        }
        return equal(one, other);
    }

    private static boolean equal(@Nullable Object one, @Nullable Object other) {
        return (one instanceof Number a && other instanceof Number b)
                ? decimal(a).compareTo(decimal(b)) == 0
                : Objects.equals(one, other);
    }

    private static boolean less(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number || other instanceof Number) {
            BigDecimal a = number(one);
            BigDecimal b = number(other);
            return a != null && b != null && a.compareTo(b) < 0;
        }
        if (one instanceof Instant a && other instanceof Instant b) {
            return a.isBefore(b);
        }
        if (one instanceof String a && other instanceof String b) {
            return a.compareTo(b) < 0;
        }
        throw new UnusableRule("these cannot be compared");
    }

    /** The number that a value is or reads as; null if it is none. */
    static @Nullable BigDecimal number(@Nullable Object value) {
        try {
            if (value instanceof Number number) {
                return decimal(number);
            }
            if (value instanceof Boolean flag) {
                return flag ? BigDecimal.ONE : BigDecimal.ZERO;
            }
            return value instanceof String text ? new BigDecimal(text.strip()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    }
}
