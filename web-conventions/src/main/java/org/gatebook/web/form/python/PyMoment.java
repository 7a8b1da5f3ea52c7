package org.gatebook.web.form.python;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates, times and moments as the reference reads them: first the whole of ISO 8601 that its language knows (a plain
 * date is midnight, any one character may stand between date and time), then a lenient pattern with single digits.
 */
public final class PyMoment {

    private static final Pattern LENIENT_DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})\n?");
    private static final Pattern LENIENT_TIME =
            Pattern.compile("(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d{1,6})\\d{0,6})?)?\n?");
    private static final Pattern LENIENT_MOMENT = Pattern.compile("(\\d{4}-\\d{1,2}-\\d{1,2})[T ]"
            + "(\\d{1,2}:\\d{1,2}(?::\\d{1,2}(?:[.,]\\d{1,12})?)?)\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?\n?");

    private PyMoment() {}

    /**
     * A local date and time with what the text says about its distance from UTC.
     *
     * @param offset null when the text says nothing
     */
    public record Moment(LocalDateTime local, @Nullable Duration offset) {}

    /** The moment in the text; null when there is none. */
    public static @Nullable Moment moment(String text) {
        Moment moment = attempt(text, IsoText::moment);
        return moment != null ? moment : attempt(text, PyMoment::lenientMoment);
    }

    /** The date in the text; null when there is none. */
    public static @Nullable LocalDate date(String text) {
        LocalDate date = attempt(text, IsoText::date);
        return date != null ? date : attempt(text, PyMoment::lenientDate);
    }

    /** The time of day in the text, whatever it says about its distance from UTC; null when there is none. */
    public static @Nullable LocalTime time(String text) {
        LocalTime time = attempt(text, IsoText::time);
        return time != null ? time : attempt(text, PyMoment::lenientTime);
    }

    /** Reads a text, null or a {@link DateTimeException} when it cannot. */
    private interface Reader<T> {
        @Nullable
        T read(String text);
    }

    private static <T> @Nullable T attempt(String text, Reader<T> reader) {
        try {
            return reader.read(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable Moment lenientMoment(String text) {
        Matcher matcher = LENIENT_MOMENT.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        LocalDate date = lenientDate(matcher.group(1));
        LocalTime time = lenientTime(matcher.group(2));
        return date == null || time == null
                ? null
                : new Moment(LocalDateTime.of(date, time), lenientOffset(matcher.group(3)));
    }

    private static @Nullable LocalDate lenientDate(String text) {
        Matcher matcher = LENIENT_DATE.matcher(text);
        return matcher.matches() ? IsoText.dateOf(number(matcher, 1), number(matcher, 2), number(matcher, 3)) : null;
    }

    private static @Nullable LocalTime lenientTime(String text) {
        Matcher matcher = LENIENT_TIME.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String fraction = matcher.group(4);
        int micros = fraction == null ? 0 : Integer.parseInt((fraction + "00000").substring(0, 6));
        return LocalTime.of(number(matcher, 1), number(matcher, 2), number(matcher, 3), micros * 1000);
    }

    private static @Nullable Duration lenientOffset(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.equals("Z")) {
            return Duration.ZERO;
        }
        int minutes = Integer.parseInt(text.substring(1, 3)) * 60
                + (text.length() > 3 ? Integer.parseInt(text.substring(text.length() - 2)) : 0);
        return IsoText.lessThanADay(Duration.ofMinutes(text.startsWith("-") ? -minutes : minutes));
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
