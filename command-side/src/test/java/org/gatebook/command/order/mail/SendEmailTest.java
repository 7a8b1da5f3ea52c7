package org.gatebook.command.order.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.request.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendEmailTest {

    @Test
    void who_says_nothing_wants_people_to_be_told() {
        assertThat(read("{}")).isTrue();
        assertThat(read("[]")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "null", "0", "0.0", "\"\"", "\"false\"", "[]", "{}"})
    void what_is_false_in_the_reference_tells_nobody(String value) {
        assertThat(read("{\"send_email\": " + value + "}")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "\"true\"", "\"perhaps\"", "[0]", "{\"a\": 1}"})
    void anything_else_does_and_nothing_is_wrong(String value) {
        assertThat(read("{\"send_email\": " + value + "}")).isTrue();
    }

    private static boolean read(String json) {
        return SendEmail.read(new RequestBody.Json(ApiJson.mapper().readTree(json)));
    }
}
