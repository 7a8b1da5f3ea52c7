package org.gatebook.command.giftcard.transact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.web.error.Rejected;
import org.gatebook.web.request.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The body of a transaction (behaviour notes, gift cards 1.7). */
class TransactionFormTest {

    private static final OrganizerSlug TILL = new OrganizerSlug("till");

    @ParameterizedTest
    @CsvSource({"12.5, 12.50", "'\"-3\"', -3.00", "0, 0.00", "99999999999.99, 99999999999.99"})
    void any_amount_of_two_places_is_booked(String sent, String booked) {
        assertThat(read("{\"value\": " + sent + "}").amount()).isEqualTo(CardAmount.of(booked));
    }

    @Test
    void what_is_left_out_is_empty_and_not_null() {
        assertThat(read("{\"value\": 1}"))
                .isEqualTo(new CardTransaction(7, CardAmount.of("1.00"), TILL, "", Map.of(), null));
    }

    @Test
    void info_is_any_json_and_its_numbers_are_exact() {
        assertThat(read("{\"value\": 1, \"info\": null}").info()).isNull();
        assertThat(read("{\"value\": 1, \"info\": [0.1, \"a\"]}").info())
                .isEqualTo(List.of(new BigDecimal("0.1"), "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"value\": null}", "{\"value\": \"much\"}", "{\"value\": []}"})
    void what_is_no_number_is_a_bare_list(String body) {
        assertThat(refused(body)).isEqualTo(List.of("A valid number is required."));
    }

    @Test
    void other_errors_are_bare_lists_too_and_the_first_one_ends_it() {
        assertThat(refused("{\"value\": \"1.001\", \"text\": null}"))
                .isEqualTo(List.of("Ensure that there are no more than 2 decimal places."));
        assertThat(refused("{\"value\": 1, \"text\": null}")).isEqualTo(List.of("Not a valid string."));
    }

    private static CardTransaction read(String body) {
        return TransactionForm.read(new RequestBody.Json(JsonMapper.shared().readTree(body)), 7, TILL);
    }

    private static Object refused(String body) {
        Rejected rejected = catchThrowableOfType(Rejected.class, () -> read(body));
        assertThat(rejected.error().status()).isEqualTo(400);
        return rejected.error().body();
    }
}
