package org.gatebook.command.ticket.rule;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatebook.command.ticket.rule.JsonLogic.Operation;
import org.gatebook.command.ticket.rule.Obstacle.Hardness;
import org.jspecify.annotations.Nullable;

/** What a broken condition means to whoever stands at the door; texts and weights are the reference's. */
final class Obstacles {

    private static final Duration TOLD_BY_TIME_OF_DAY = Duration.ofHours(12);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** A comparison with the value that stands for "never" is technical; nobody is to read it. */
    private static final int TECHNICAL = 1000;

    private static final Map<String, Count> COUNTS = Map.of(
            "minutes_since_first_entry", new Count(80, "time since first entry"),
            "minutes_since_last_entry", new Count(90, "time since last entry"),
            "entries_days", new Count(100, "number of days with an entry"),
            "entries_days_since", new Count(100, "number of days with an entry since %s"),
            "entries_days_before", new Count(100, "number of days with an entry before %s"),
            "entries_number", new Count(120, "number of entries"),
            "entries_since", new Count(140, "number of entries since %s"),
            "entries_before", new Count(140, "number of entries before %s"),
            "entries_today", new Count(140, "number of entries today"),
            "now_isoweekday", new Count(210, "week day"));

    private final EntryFacts facts;
    private final JsonLogic logic;
    private final Instant now;

    Obstacles(EntryFacts facts, Instant now) {
        this.facts = facts;
        this.logic = new JsonLogic(facts);
        this.now = now;
    }

    /** Something counted; where it is counted from stands in the place of {@code %s}. */
    private record Count(int rigidity, String name) {}

    /** @throws UnusableRule if the condition does not compare a variable with something */
    Obstacle of(Operation condition) {
        List<@Nullable Object> operands = condition.operands();
        if (operands.isEmpty() || !(operands.getFirst() instanceof Map<?, ?> left) || left.size() != 1) {
            throw new UnusableRule("a condition begins with a variable");
        }
        Operation subject = Operation.of(left);
        @Nullable
        Object word = subject.operands().isEmpty() ? null : subject.operands().getFirst();
        String variable = subject.operator().equals("var") ? String.valueOf(word) : subject.operator();
        return switch (variable) {
            case "now" -> time(condition);
            case "product", "variation" -> new Obstacle(weight(1000, BigDecimal.ZERO), "Ticket type not allowed");
            case "gate" -> new Obstacle(weight(500, BigDecimal.ZERO), "Wrong entrance gate");
            case "entry_status" ->
                new Obstacle(
                        weight(20, BigDecimal.ZERO),
                        "present".equals(facts.variable("entry_status"))
                                ? "Attendee is already checked in"
                                : "Attendee is not checked in");
            default -> count(variable, condition);
        };
    }

    private Obstacle time(Operation condition) {
        @Nullable Object second = operand(condition, 1);
        if (!(second instanceof Map<?, ?> map) || map.isEmpty()) {
            throw new UnusableRule("this is no moment");
        }
        Duration tolerance = JsonLogic.minutes(operand(condition, 2));
        Instant bound = bound(second);
        return switch (condition.operator()) {
            case "isBefore" -> time("Only allowed before ", bound.plus(tolerance));
            case "isAfter" -> time("Only allowed after ", bound.minus(tolerance));
            default -> throw new UnusableRule("moments are compared as before and after");
        };
    }

    private Obstacle time(String words, Instant bound) {
        Duration away = Duration.between(now, bound).abs();
        BigDecimal seconds = BigDecimal.valueOf(away.toMillis(), 3);
        return new Obstacle(weight(200, seconds), words + told(bound));
    }

    private Obstacle count(String variable, Operation condition) {
        Count count = COUNTS.get(variable);
        @Nullable BigDecimal wanted = number(operand(condition, 1));
        @Nullable BigDecimal found = number(logic.value(condition.operands().getFirst()));
        if (count == null || wanted == null || found == null) {
            throw new UnusableRule("this cannot be counted");
        }
        int comparison = switch (condition.operator()) {
            case "==" -> 2;
            case "!=" -> 3;
            default -> 1;
        };
        int penalty = variable.startsWith("minutes_since") && isTechnical(condition.operator(), wanted) ? TECHNICAL : 0;
        Hardness hardness = weight(
                count.rigidity() + comparison + penalty, wanted.subtract(found).abs());
        return new Obstacle(hardness, text(condition.operator(), name(count, condition), value(variable, wanted)));
    }

    private static String text(String operator, String name, String value) {
        return switch (operator) {
            case "==" -> name + " is not " + value;
            case "!=" -> name + " is " + value;
            case "<", "<=" -> "Maximum " + name + " exceeded";
            case ">", ">=" -> "Minimum " + name + " exceeded";
            default -> throw new UnusableRule("numbers are not compared by " + operator);
        };
    }

    private String name(Count count, Operation condition) {
        if (!count.name().endsWith("%s") || !(condition.operands().getFirst() instanceof Map<?, ?> left)) {
            return count.name();
        }
        return count.name()
                .replace("%s", told(bound(Operation.of(left).operands().getFirst())));
    }

    private static String value(String variable, BigDecimal wanted) {
        boolean weekday = variable.equals("now_isoweekday")
                && wanted.stripTrailingZeros().scale() <= 0
                && wanted.signum() > 0
                && wanted.compareTo(BigDecimal.valueOf(7)) <= 0;
        return weekday
                ? DayOfWeek.of(wanted.intValue()).getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                : wanted.toPlainString();
    }

    private static boolean isTechnical(String operator, BigDecimal wanted) {
        return switch (operator) {
            case "<", ">" -> wanted.signum() <= 0;
            case "<=", ">=" -> wanted.signum() < 0;
            default -> wanted.compareTo(BigDecimal.ONE.negate()) == 0;
        };
    }

    private Instant bound(@Nullable Object rule) {
        if (logic.value(rule) instanceof Instant bound) {
            return bound;
        }
        throw new UnusableRule("this is no moment");
    }

    private String told(Instant bound) {
        boolean near = Duration.between(now, bound).abs().compareTo(TOLD_BY_TIME_OF_DAY) < 0;
        return (near ? TIME : SHORT).format(bound.atZone(facts.occasion().zone()));
    }

    private @Nullable BigDecimal number(@Nullable Object value) {
        return value instanceof Number ? JsonLogic.number(value) : null;
    }

    private static @Nullable Object operand(Operation condition, int index) {
        return index < condition.operands().size() ? condition.operands().get(index) : null;
    }

    private static Hardness weight(int rigidity, BigDecimal distance) {
        return new Hardness(rigidity, distance);
    }
}
