package org.gatebook.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatebook.web.form.Bodies.json;
import static org.gatebook.web.form.Bodies.pairs;
import static org.gatebook.web.form.kind.Types.money;
import static org.gatebook.web.form.kind.Types.text;

import java.util.List;
import org.gatebook.web.error.Rejected;
import org.junit.jupiter.api.Test;

class SingleValueTest {

    @Test
    void a_value_that_was_not_sent_is_as_wrong_as_null() {
        assertThat(fault("{}")).isEqualTo(List.of("A valid number is required."));
        assertThat(fault("{'value': null}")).isEqualTo(List.of("A valid number is required."));
        assertThat(fault("[]")).isEqualTo(List.of("A valid number is required."));
    }

    @Test
    void limits_of_digits_are_kept_but_not_those_of_a_field() {
        assertThat(fault("{'value': '1.234'}"))
                .isEqualTo(List.of("Ensure that there are no more than 2 decimal places."));
        assertThat(fault("{'value': '123456789012.00'}"))
                .isEqualTo(List.of("Ensure that there are no more than 13 digits in total."));
        assertThat(SingleValue.of(json("{'value': '-5'}"), "value", money().atLeast("0.00")))
                .isEqualByComparingTo("-5");
    }

    @Test
    void an_optional_text_may_be_left_out_but_not_null() {
        assertThat(SingleValue.of(json("{}"), "text", text(), "")).isEmpty();
        assertThat(SingleValue.of(json("{'text': ''}"), "text", text(), "x")).isEmpty();
        Rejected rejected =
                catchThrowableOfType(Rejected.class, () -> SingleValue.of(json("{'text': null}"), "text", text(), ""));
        assertThat(rejected.error().body()).isEqualTo(List.of("Not a valid string."));
    }

    @Test
    void pairs_of_keys_and_values_hold_texts() {
        assertThat(SingleValue.of(pairs("value=-1.50"), "value", money())).isEqualByComparingTo("-1.50");
    }

    private static Object fault(String body) {
        Rejected rejected = catchThrowableOfType(Rejected.class, () -> SingleValue.of(json(body), "value", money()));
        return rejected.error().body();
    }
}
