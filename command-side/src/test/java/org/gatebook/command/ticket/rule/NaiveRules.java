package org.gatebook.command.ticket.rule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gatebook.command.ticket.rule.EntryFacts.Passage;
import org.gatebook.command.ticket.rule.Rule.Counted;
import org.gatebook.command.ticket.rule.Rule.CountedFrom;
import org.gatebook.command.ticket.rule.Rule.Moment;
import org.gatebook.command.ticket.rule.Rule.Nothing;
import org.gatebook.command.ticket.rule.Rule.OneOf;
import org.gatebook.command.ticket.rule.Rule.Several;
import org.gatebook.command.ticket.rule.Rule.Status;
import org.gatebook.command.ticket.rule.Rule.When;

/**
 * Rules evaluated as the notes tell it (behaviour notes, check-in 4.7; texts of the recordings checkin/rules-*), with
 * whole numbers, loops and every alternative written out; nothing of it is the server's.
 */
final class NaiveRules {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** From the easiest to change to the hardest. */
    private static final Map<String, Integer> WEIGHTS = Map.of(
            "minutes_since_first_entry", 80,
            "minutes_since_last_entry", 90,
            "entries_days", 100,
            "entries_number", 120,
            "entries_today", 140,
            "now_isoweekday", 210);

    private static final Map<String, String> NAMES = Map.of(
            "minutes_since_first_entry", "time since first entry",
            "minutes_since_last_entry", "time since last entry",
            "entries_days", "number of days with an entry",
            "entries_number", "number of entries",
            "entries_today", "number of entries today",
            "now_isoweekday", "week day");

    private final EntryFacts facts;
    private final Instant now;
    private final ZoneId zone;

    NaiveRules(EntryFacts facts, Instant now) {
        this.facts = facts;
        this.now = now;
        this.zone = facts.occasion().zone();
    }

    /** Whether they hold. */
    boolean hold(Rule rule) {
        return switch (rule) {
            case Several several -> {
                boolean result = several.all();
                for (Rule part : several.parts()) {
                    result = several.all() ? result & hold(part) : result | hold(part);
                }
                yield result;
            }
            case Nothing none -> true;
            case Counted counted -> compare(count(counted.what()), counted.operator(), counted.wanted());
            case CountedFrom counted -> compare(count(counted), counted.operator(), counted.wanted());
            case OneOf one -> {
                Long value = switch (one.what()) {
                    case "product" -> Long.valueOf(facts.product());
                    case "variation" -> facts.variation();
                    default -> facts.gate();
                };
                yield value != null && one.ids().contains(Math.toIntExact(value));
            }
            case Status status -> status().equals(status.word()) == status.equal();
            case When when -> {
                long at = facts.at().toEpochMilli();
                long bound = moment(when.moment()).toEpochMilli();
                long tolerance = when.tolerance() == null ? 0 : when.tolerance() * 60_000L;
                yield when.before() ? at < bound + tolerance : bound - tolerance < at;
            }
        };
    }

    private static boolean compare(long found, String operator, long wanted) {
        return switch (operator) {
            case "<" -> found < wanted;
            case "<=" -> found <= wanted;
            case ">" -> found > wanted;
            case ">=" -> found >= wanted;
            case "==" -> found == wanted;
            default -> found != wanted;
        };
    }

    private String status() {
        String status = "absent";
        for (Passage passage : facts.passages()) {
            status = passage.entry() ? "present" : "absent";
        }
        return status;
    }

    private long count(String what) {
        ZonedDateTime at = facts.at().atZone(zone);
        List<Instant> entries = new ArrayList<>();
        facts.passages().forEach(passage -> {
            if (passage.entry()) {
                entries.add(passage.at());
            }
        });
        return switch (what) {
            case "now_isoweekday" -> at.getDayOfWeek().getValue();
            case "entries_number" -> entries.size();
            case "entries_today" ->
                entries.stream()
                        .filter(entry -> !day(entry).isBefore(at.toLocalDate()))
                        .count();
            case "entries_days" -> entries.stream().map(this::day).distinct().count();
            case "minutes_since_last_entry" -> entries.isEmpty() ? -1 : minutes(entries.getLast());
            default -> entries.isEmpty() ? -1 : minutes(entries.getFirst());
        };
    }

    private long minutes(Instant entry) {
        return (long) Math.floor((facts.at().toEpochMilli() - entry.toEpochMilli()) / 60_000.0);
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private long count(CountedFrom counted) {
        Instant bound = moment(counted.moment());
        Stream<LocalDate> days = facts.passages().stream()
                .filter(Passage::entry)
                .filter(passage -> passage.at().isBefore(bound) != counted.since())
                .map(passage -> day(passage.at()));
        return counted.days() ? days.distinct().count() : days.count();
    }

    private Instant moment(Moment moment) {
        return switch (moment.kind()) {
            case "custom" -> OffsetDateTime.parse(moment.value()).toInstant();
            case "customtime" ->
                ZonedDateTime.of(facts.at().atZone(zone).toLocalDate(), LocalTime.parse(moment.value()), zone)
                        .toInstant();
            case "date_from" -> facts.occasion().from();
            case "date_to" ->
                facts.occasion().to() == null
                        ? facts.occasion().from()
                        : facts.occasion().to();
            default ->
                facts.occasion().admission() == null
                        ? facts.occasion().from()
                        : facts.occasion().admission();
        };
    }

    /** Something that does not hold. */
    private record Broken(long weight, long millis, String text) {}

    /** What is told of rules that do not hold. */
    String explanation(Rule rule) {
        List<List<Broken>> alternatives = new ArrayList<>();
        for (List<Rule> alternative : alternatives(rule)) {
            List<Broken> broken = new ArrayList<>();
            for (Rule condition : alternative) {
                if (condition instanceof Several) {
                    broken.add(new Broken(100_000, 0, "Always false"));
                } else if (!hold(condition)) {
                    broken.add(broken(condition));
                }
            }
            alternatives.add(broken);
        }
        List<Broken> easiest = alternatives.stream()
                .min(Comparator.comparing(
                                (List<Broken> broken) -> broken.stream()
                                        .max(Comparator.comparingLong(Broken::weight)
                                                .thenComparingLong(Broken::millis))
                                        .orElseThrow(),
                                Comparator.comparingLong(Broken::weight).thenComparingLong(Broken::millis))
                        .thenComparingInt(List::size))
                .orElseThrow();
        return String.join(", ", easiest.stream().map(Broken::text).toList());
    }

    /** Rules written as alternatives of conditions; an empty "or" stands for what never holds. */
    private static List<List<Rule>> alternatives(Rule rule) {
        if (!(rule instanceof Several several)) {
            return List.of(List.of(rule));
        }
        List<List<Rule>> all = new ArrayList<>();
        if (!several.all()) {
            several.parts().forEach(part -> all.addAll(alternatives(part)));
            return all.isEmpty() ? List.of(List.of(rule)) : all;
        }
        all.add(List.of());
        for (Rule part : several.parts()) {
            List<List<Rule>> longer = new ArrayList<>();
            for (List<Rule> begun : all) {
                for (List<Rule> more : alternatives(part)) {
                    longer.add(Stream.concat(begun.stream(), more.stream()).toList());
                }
            }
            all.clear();
            all.addAll(longer);
        }
        return all;
    }

    private Broken broken(Rule condition) {
        return switch (condition) {
            case OneOf one ->
                one.what().equals("gate")
                        ? new Broken(500, 0, "Wrong entrance gate")
                        : new Broken(1000, 0, "Ticket type not allowed");
            case Status status ->
                new Broken(
                        20,
                        0,
                        status().equals("present") ? "Attendee is already checked in" : "Attendee is not checked in");
            case When when -> {
                Duration tolerance = Duration.ofMinutes(when.tolerance() == null ? 0 : when.tolerance());
                Instant bound = when.before()
                        ? moment(when.moment()).plus(tolerance)
                        : moment(when.moment()).minus(tolerance);
                yield new Broken(
                        200,
                        Math.abs(now.toEpochMilli() - bound.toEpochMilli()),
                        "Only allowed " + (when.before() ? "before " : "after ") + told(bound));
            }
            case Counted counted -> {
                boolean technical = counted.what().startsWith("minutes")
                        && switch (counted.operator()) {
                            case "<", ">" -> counted.wanted() <= 0;
                            case "<=", ">=" -> counted.wanted() < 0;
                            default -> counted.wanted() == -1;
                        };
                yield counted(
                        WEIGHTS.get(counted.what()) + (technical ? 1000 : 0),
                        counted.operator(),
                        Math.abs(counted.wanted() - count(counted.what())),
                        NAMES.get(counted.what()),
                        counted.what().equals("now_isoweekday") && counted.wanted() >= 1 && counted.wanted() <= 7
                                ? DayOfWeek.of(counted.wanted()).getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                                : String.valueOf(counted.wanted()));
            }
            case CountedFrom counted ->
                counted(
                        counted.days() ? 100 : 140,
                        counted.operator(),
                        Math.abs(counted.wanted() - count(counted)),
                        (counted.days() ? "number of days with an entry" : "number of entries")
                                + (counted.since() ? " since " : " before ")
                                + told(moment(counted.moment())),
                        String.valueOf(counted.wanted()));
            case Several several -> throw new IllegalStateException("no condition: " + several);
            case Nothing none -> throw new IllegalStateException("holds always");
        };
    }

    private static Broken counted(long weight, String operator, long distance, String name, String value) {
        return switch (operator) {
            case "==" -> new Broken(weight + 2, distance * 1000, name + " is not " + value);
            case "!=" -> new Broken(weight + 3, distance * 1000, name + " is " + value);
            case "<", "<=" -> new Broken(weight + 1, distance * 1000, "Maximum " + name + " exceeded");
            default -> new Broken(weight + 1, distance * 1000, "Minimum " + name + " exceeded");
        };
    }

    private String told(Instant bound) {
        boolean near = Math.abs(now.toEpochMilli() - bound.toEpochMilli()) < 12 * 3_600_000L;
        return (near ? CLOCK : FULL).format(bound.atZone(zone));
    }
}
