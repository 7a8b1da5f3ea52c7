package org.gatebook.web.answer;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** JSON as the API writes and reads it; one mapper for every request. */
public final class ApiJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                    .build())
            .addModule(new SimpleModule().addSerializer(Instant.class, new Moments()))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ApiJson() {}

    /** The mapper; must not be configured further. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * A moment as the API shows it: UTC with {@code Z}; six digits of fraction, or none when it is zero (behaviour
     * notes, orders 1.5).
     */
    public static String moment(Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(27);
        number(text, time.getYear(), 4).append('-');
        number(text, time.getMonthValue(), 2).append('-');
        number(text, time.getDayOfMonth(), 2).append('T');
        number(text, time.getHour(), 2).append(':');
        number(text, time.getMinute(), 2).append(':');
        number(text, time.getSecond(), 2);
        int micros = instant.getNano() / 1000;
        if (micros != 0) {
            number(text.append('.'), micros, 6);
        }
        return text.append('Z').toString();
    }

    private static StringBuilder number(StringBuilder text, int value, int digits) {
        String plain = Integer.toString(value);
        return text.append("0".repeat(Math.max(0, digits - plain.length()))).append(plain);
    }

    private static final class Moments extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
            json.writeString(moment(value));
        }
    }
}
