package org.gatebook.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gatebook.api.decision.Refusal;
import org.junit.jupiter.api.Test;

class ApiErrorTest {

    @Test
    void a_refusal_without_field_is_a_list_when_values_forbid_it() {
        ApiError error = ApiError.of(new Refusal(Refusal.Kind.INVALID, "x", "No.", null));
        assertThat(error.status()).isEqualTo(400);
        assertThat(error.body()).isEqualTo(List.of("No."));
    }

    @Test
    void a_refusal_with_a_field_is_a_map_under_its_own_status() {
        ApiError error = ApiError.of(Refusal.conflict("x", "value", "Too late."));
        assertThat(error.status()).isEqualTo(409);
        assertThat(error.body()).isEqualTo(Map.of("value", List.of("Too late.")));
    }

    @Test
    void a_path_becomes_nested() {
        assertThat(ApiError.of(Refusal.invalid("x", "a.b", "No.")).body())
                .isEqualTo(Map.of("a", Map.of("b", List.of("No."))));
    }

    @Test
    void what_is_not_there_or_not_allowed_has_a_detail() {
        assertThat(ApiError.of(Refusal.notFound()).body()).isEqualTo(Map.of("detail", "Not found."));
        assertThat(ApiError.of(Refusal.forbidden("x", "No.")).status()).isEqualTo(403);
        assertThat(ApiError.unsupportedMediaType("text/json").body())
                .isEqualTo(Map.of("detail", "Unsupported media type \"text/json\" in request."));
    }

    @Test
    void errors_found_one_by_one_take_the_shape_of_the_body() {
        FieldErrorCollector errors = new FieldErrorCollector().length(3, "positions");
        assertThat(errors.isEmpty()).isTrue();
        errors.add("Sold out.", "positions", 1, "item").add("Too many.", "fees");
        assertThat(errors.errors().toJson())
                .isEqualTo(Map.of(
                        "positions",
                        List.of(Map.of(), Map.of("item", List.of("Sold out.")), Map.of()),
                        "fees",
                        List.of("Too many.")));
    }

    @Test
    void errors_of_the_whole_object_have_a_name() {
        assertThat(new FieldErrorCollector().add("No.").errors().toJson())
                .isEqualTo(Map.of("non_field_errors", List.of("No.")));
    }
}
