package org.gatebook.eventstore.registry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Reads moments as {@link Instant#toString} writes them, which is how the log has nearly all of them: a formatter of the
 * JDK took a seventh of a replay's time. Whatever looks different is left to Jackson.
 */
final class Moments extends StdScalarDeserializer<Instant> {

    private static final int SECONDS_END = 19;
    private static final int NANO_DIGITS = 9;

    Moments() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            String text = parser.getString();
            if (isUsual(text)) {
                try {
                    return read(text);
                } catch (DateTimeException e) {
                    // No such day: Jackson says where it stands.
                }
            }
        }
        return InstantDeserializer.INSTANT.deserialize(parser, context);
    }

    /** {@code 2024-01-31T23:59:59Z} with up to nine digits of a fraction. */
    private static boolean isUsual(String text) {
        int length = text.length();
        if (length < SECONDS_END + 1 || length > SECONDS_END + 2 + NANO_DIGITS || text.charAt(length - 1) != 'Z') {
            return false;
        }
        for (int i = 0; i < length - 1; i++) {
            char c = text.charAt(i);
            char wanted = switch (i) {
                case 4, 7 -> '-';
                case 10 -> 'T';
                case 13, 16 -> ':';
                case SECONDS_END -> '.';
                default -> '0';
            };
            if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
                return false;
            }
        }
        return length != SECONDS_END + 2
                && number(text, 11, 13) < 24
                && number(text, 14, 16) < 60
                && number(text, 17, SECONDS_END) < 60;
    }

    private static Instant read(String text) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        long second = day * 86_400
                + number(text, 11, 13) * 3_600L
                + number(text, 14, 16) * 60L
                + number(text, 17, SECONDS_END);
        int digits = text.length() - 1 - SECONDS_END - 1;
        long nanos = 0;
        if (digits > 0) {
            nanos = number(text, SECONDS_END + 1, SECONDS_END + 1 + digits);
            for (int i = digits; i < NANO_DIGITS; i++) {
                nanos *= 10;
            }
        }
        return Instant.ofEpochSecond(second, nanos);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
