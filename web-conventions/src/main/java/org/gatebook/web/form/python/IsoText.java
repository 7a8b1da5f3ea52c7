package org.gatebook.web.form.python;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import org.gatebook.web.form.python.PyMoment.Moment;

/** The forms of ISO 8601 that the reference's language reads by itself (its release 3.11): basic, extended, weeks. */
final class IsoText {

    private IsoText() {}

    static Moment moment(String text) {
        require(text.length() >= 7);
        int separator = separator(text);
        LocalDate date = date(text.substring(0, Math.min(separator, text.length())));
        if (text.length() <= separator + 1) {
            return new Moment(date.atStartOfDay(), null);
        }
        String rest = text.substring(separator + 1);
        int zone = zone(rest);
        LocalTime time = clock(zone < 0 ? rest : rest.substring(0, zone));
        return new Moment(LocalDateTime.of(date, time), zone < 0 ? null : offset(rest, zone));
    }

    static LocalTime time(String text) {
        String bare = text.startsWith("T") ? text.substring(1) : text;
        int zone = zone(bare);
        if (zone >= 0) {
            offset(bare, zone);
        }
        return clock(zone < 0 ? bare : bare.substring(0, zone));
    }

    static LocalDate date(String text) {
        require(text.length() == 7 || text.length() == 8 || text.length() == 10);
        int year = digits(text, 0, 4);
        boolean extended = text.charAt(4) == '-';
        int at = extended ? 5 : 4;
        if (text.charAt(at) == 'W') {
            int week = digits(text, at + 1, 2);
            int day = 1;
            if (text.length() > at + 3) {
                int dayAt = at + 3 + (extended ? 1 : 0);
                require(!extended || text.charAt(at + 3) == '-');
                require(text.length() == dayAt + 1);
                day = digits(text, dayAt, 1);
            }
            return week(year, week, day);
        }
        int month = digits(text, at, 2);
        require(!extended || (text.length() > 7 && text.charAt(7) == '-'));
        int dayAt = at + 2 + (extended ? 1 : 0);
        require(text.length() == dayAt + 2);
        return dateOf(year, month, digits(text, dayAt, 2));
    }

    static LocalDate dateOf(int year, int month, int day) {
        require(year >= 1 && year <= 9999);
        return LocalDate.of(year, month, day);
    }

    static Duration lessThanADay(Duration offset) {
        require(offset.abs().compareTo(Duration.ofDays(1)) < 0);
        return offset;
    }

    private static LocalDate week(int year, int week, int day) {
        require(year >= 1 && week >= 1 && day >= 1 && day <= 7);
        LocalDate fourth = LocalDate.of(year, 1, 4);
        require(week <= IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(fourth).getMaximum());
        LocalDate monday = fourth.minusDays(fourth.getDayOfWeek().getValue() - 1L);
        LocalDate date = monday.plusDays((week - 1L) * 7 + day - 1);
        return dateOf(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** Where the date ends; with weeks and without hyphens that takes a guess, made as the reference makes it. */
    private static int separator(String text) {
        int length = text.length();
        if (length == 7) {
            return 7;
        }
        if (text.charAt(4) == '-') {
            if (text.charAt(5) != 'W') {
                return 10;
            }
            if (length > 8 && text.charAt(8) == '-') {
                require(length > 9);
                return length > 10 && isDigit(text.charAt(10)) ? 8 : 10;
            }
            return 8;
        }
        if (text.charAt(4) != 'W') {
            return 8;
        }
        int end = 7;
        while (end < length && isDigit(text.charAt(end))) {
            end++;
        }
        if (end < 9) {
            return end;
        }
        return end % 2 == 0 ? 7 : 8;
    }

    private static int zone(String text) {
        for (char sign : new char[] {'-', '+', 'Z'}) {
            int at = text.indexOf(sign);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static Duration offset(String text, int zone) {
        String digits = text.substring(zone + 1);
        if (digits.isEmpty()) {
            require(text.charAt(zone) == 'Z');
            return Duration.ZERO;
        }
        require(digits.length() != 1 && digits.length() != 3);
        long[] parts = parts(digits);
        Duration offset = Duration.ofHours(parts[0])
                .plusMinutes(parts[1])
                .plusSeconds(parts[2])
                .plusNanos(parts[3] * 1000);
        return lessThanADay(text.charAt(zone) == '-' ? offset.negated() : offset);
    }

    private static LocalTime clock(String text) {
        long[] parts = parts(text);
        return LocalTime.of((int) parts[0], (int) parts[1], (int) parts[2], (int) parts[3] * 1000);
    }

    /** Hours, minutes, seconds, microseconds; the later ones may be left out. */
    private static long[] parts(String text) {
        long[] parts = new long[4];
        int at = 0;
        boolean colons = false;
        for (int part = 0; part < 3; part++) {
            parts[part] = digits(text, at, 2);
            at += 2;
            if (part == 0) {
                colons = at < text.length() && text.charAt(at) == ':';
            }
            if (at >= text.length() || part == 2) {
                break;
            }
            require(!colons || text.charAt(at) == ':');
            at += colons ? 1 : 0;
        }
        if (at < text.length()) {
            require(text.charAt(at) == '.' || text.charAt(at) == ',');
            String fraction = text.substring(at + 1);
            require(!fraction.isEmpty() && fraction.chars().allMatch(c -> isDigit((char) c)));
            parts[3] = Long.parseLong((fraction + "00000").substring(0, 6));
        }
        return parts;
    }

    private static int digits(String text, int at, int count) {
        require(text.length() >= at + count);
        int number = 0;
        for (int index = at; index < at + count; index++) {
            require(isDigit(text.charAt(index)));
            number = number * 10 + text.charAt(index) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void require(boolean readable) {
        if (!readable) {
            throw new DateTimeException("not a form of ISO 8601 that is read here");
        }
    }
}
