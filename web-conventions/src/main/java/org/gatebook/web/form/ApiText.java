package org.gatebook.web.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.gatebook.web.answer.ApiJson;
import org.jspecify.annotations.Nullable;

/** How the API writes moments, days, times and money. Source: behaviour notes, orders 1.5 and 1.6. */
public final class ApiText {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private ApiText() {}

    /** A moment in UTC, {@code 2024-05-01T12:00:00.123456Z}; six digits of a fraction or none. */
    public static String moment(Instant moment) {
        return ApiJson.moment(moment);
    }

    /** The same; null stays null. */
    public static @Nullable String momentOrNull(@Nullable Instant moment) {
        return moment == null ? null : moment(moment);
    }

    /** A day, {@code 2024-05-01}. */
    public static String day(LocalDate day) {
        return day.toString();
    }

    /** A time of day, {@code 12:00:00}; six digits of a fraction or none. */
    public static String time(LocalTime time) {
        return CLOCK.format(time) + fraction(time);
    }

    /** An amount of money or a rate with exactly two places, whatever the currency. */
    public static String amount(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** The same; null stays null. */
    public static @Nullable String amountOrNull(@Nullable BigDecimal amount) {
        return amount == null ? null : amount(amount);
    }

    private static String fraction(LocalTime time) {
        int micros = time.get(ChronoField.MICRO_OF_SECOND);
        return micros == 0 ? "" : ".%06d".formatted(micros);
    }
}
