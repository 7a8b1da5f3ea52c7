package org.gatebook.web.form.kind;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

class StorableJsonTest {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static JsonNode storable(String json) {
        return StorableJson.of(EXACT.readTree(json));
    }

    @ParameterizedTest
    @CsvSource({"1.10,1.1", "1E21,1000000000000000000000", "0.1,0.1", "7,7", "1E-400,0.0", "1E-999999999,0.0"})
    void fractions_are_doubles_written_without_a_great_exponent(String sent, String kept) {
        assertThat(storable(sent)).hasToString(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E400", "1E999999999", "[[{\"a\":-1E999}]]", "\"a\\u0000\"", "{\"\\ud800\":1}"})
    void what_cannot_be_stored_is_refused_however_deep(String sent) {
        assertThat(storable(sent)).isNull();
    }

    @Test
    void everything_else_stays() {
        assertThat(storable("{\"b\":[null,true,\"\\ud83d\\ude00\",{}],\"a\":-5}"))
                .hasToString("{\"b\":[null,true,\"😀\",{}],\"a\":-5}");
    }

    @Property
    void it_is_the_same_text_whenever_it_is_read_and_written_again(@ForAll double number) {
        JsonNode once = StorableJson.of(EXACT.readTree(Double.toString(number)));
        assertThat(EXACT.readTree(once.toString())).hasToString(once.toString());
    }
}
