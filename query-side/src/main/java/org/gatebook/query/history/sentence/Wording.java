package org.gatebook.query.history.sentence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.gatebook.api.personal.Personal;
import org.gatebook.eventstore.sealing.ShownJson;
import org.jspecify.annotations.Nullable;

/**
 * How sentences write numbers, moments and what somebody said. Moments are in UTC and say so: an event's own clock may be
 * set anew, and a sentence about the past must not change then.
 */
public final class Wording {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Wording() {}

    /** To the minute. */
    public static String moment(Instant at) {
        return MINUTE.format(at);
    }

    /** So many of these, for example {@code 2 positions}; the plural is regular. */
    public static String several(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** What somebody said about it, behind a colon; nothing if they said nothing, {@code erased} if they were erased. */
    public static String said(@Nullable Personal<String> comment) {
        if (comment == null) {
            return "";
        }
        return comment.value()
                .map(text -> text.isBlank() ? "" : ": “" + text + "”")
                .orElse(": " + ShownJson.ERASED);
    }

    /** A value whose knowledge is a right, masked; {@code erased} if it can no longer be read. */
    static String masked(Personal<String> bearer) {
        return bearer.value().map(ShownJson::masked).orElse(ShownJson.ERASED);
    }

    /** When something is good. */
    static String validity(@Nullable Instant from, @Nullable Instant until) {
        return (from == null ? "" : ", valid from " + moment(from))
                + (until == null ? "" : (from == null ? ", valid" : "") + " until " + moment(until));
    }
}
