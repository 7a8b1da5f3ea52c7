package org.gatebook.web.form.world;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How moments and amounts read in one language and time zone. English is written as the reference writes it (short dates
 * as {@code 2030-05-01}, long ones as newspapers do); other languages by the rules of the JDK.
 */
public final class LocalTexts {

    private static final List<String> MONTHS =
            List.of("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Locale language;
    private final ZoneId zone;

    /** @param language as orders name it, for example {@code de-informal} */
    public LocalTexts(String language, ZoneId zone) {
        this.language = Locale.forLanguageTag(language.split("-", 2)[0]);
        this.zone = zone;
    }

    /** The language, without its region. */
    public Locale language() {
        return language;
    }

    /** Day and time in short; empty for none. */
    public String moment(@Nullable Instant moment) {
        return moment == null ? "" : day(moment) + " " + time(moment);
    }

    /** The day in short; empty for none. */
    public String day(@Nullable Instant moment) {
        if (moment == null) {
            return "";
        }
        LocalDate day = at(moment).toLocalDate();
        return isEnglish() ? day.toString() : medium().format(day);
    }

    /** The time of day; empty for none. */
    public String time(@Nullable Instant moment) {
        return moment == null ? "" : TIME.format(at(moment));
    }

    /** The day of the week; empty for none. */
    public String weekday(@Nullable Instant moment) {
        return moment == null ? "" : at(moment).getDayOfWeek().getDisplayName(TextStyle.FULL, language);
    }

    /** The day in full. */
    public String longDay(Instant moment) {
        LocalDate day = at(moment).toLocalDate();
        return isEnglish() ? month(day) + " " + day.getDayOfMonth() + ", " + day.getYear() : full().format(day);
    }

    /** From one day to another, without repeating what they share. */
    public String range(Instant first, @Nullable Instant last) {
        LocalDate from = at(first).toLocalDate();
        LocalDate to = last == null ? from : at(last).toLocalDate();
        if (!isEnglish()) {
            return from.equals(to) ? full().format(from) : full().format(from) + " \u2013 " + full().format(to);
        }
        String end = ordinal(to) + ", " + to.getYear();
        if (from.equals(to)) {
            return month(from) + " " + end;
        } else if (from.getYear() != to.getYear()) {
            return month(from) + " " + ordinal(from) + ", " + from.getYear() + " \u2013 " + month(to) + " " + end;
        }
        return month(from) + " " + ordinal(from) + " \u2013 "
                + (from.getMonth() == to.getMonth() ? "" : month(to) + " ") + end;
    }

    /** An amount with its currency. */
    public String money(BigDecimal amount, Currency currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(currency);
        return format.format(amount);
    }

    private static String month(LocalDate day) {
        return MONTHS.get(day.getMonthValue() - 1);
    }

    private static String ordinal(LocalDate date) {
        int day = date.getDayOfMonth();
        boolean teen = day / 10 == 1;
        String ending = switch (teen ? 0 : day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return day + ending;
    }

    private boolean isEnglish() {
        return language.getLanguage().equals("en");
    }

    private DateTimeFormatter medium() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language);
    }

    private DateTimeFormatter full() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
    }

    private ZonedDateTime at(Instant moment) {
        return moment.atZone(zone);
    }
}
