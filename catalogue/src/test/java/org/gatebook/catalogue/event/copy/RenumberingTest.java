package org.gatebook.catalogue.event.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenumberingTest {

    private static final Renumbering RENUMBERING = new Renumbering(Map.of(1L, 101L, 2L, 102L, 3L, 103L));

    @Test
    void references_lead_to_the_copy() {
        assertThat(RENUMBERING.fields(Map.of("category", 1, "items", List.of(2, 3), "tax_rule", 9)))
                .isEqualTo(Map.of("category", 101L, "items", List.of(102L, 103L), "tax_rule", 9L));
    }

    @Test
    void parts_have_numbers_of_their_own_and_refer_too() {
        Map<String, Object> fields =
                Map.of("bundles", List.of(Map.of("id", 1, "bundled_item", 2, "count", 3)), "name", "x");
        assertThat(Renumbering.parts(fields)).containsExactly(1L);
        assertThat(RENUMBERING.fields(fields))
                .isEqualTo(
                        Map.of("bundles", List.of(Map.of("id", 101L, "bundled_item", 102L, "count", 3)), "name", "x"));
    }

    @Test
    void a_number_that_refers_to_nothing_stays() {
        assertThat(RENUMBERING.fields(Map.of("size", 1, "position", 2))).isEqualTo(Map.of("size", 1, "position", 2));
    }

    @Test
    void rules_look_up_products_of_the_copy() {
        assertThat(RENUMBERING.fields(Map.of(
                        "rules",
                        Map.of(
                                "inList",
                                List.of(
                                        Map.of("var", "product"),
                                        Map.of(
                                                "objectList",
                                                List.of(Map.of("lookup", List.of("product", "1", "T")))))))))
                .isEqualTo(Map.of(
                        "rules",
                        Map.of(
                                "inList",
                                List.of(
                                        Map.of("var", "product"),
                                        Map.of(
                                                "objectList",
                                                List.of(Map.of("lookup", List.of("product", "101", "T"))))))));
    }
}
