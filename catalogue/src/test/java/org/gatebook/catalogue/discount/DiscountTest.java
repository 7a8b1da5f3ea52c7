package org.gatebook.catalogue.discount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.catalogue.test.ResourceClient.refusal;

import java.util.List;
import java.util.Map;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.Files;
import org.gatebook.catalogue.test.ResourceClient;
import org.gatebook.catalogue.test.TestEvent;
import org.gatebook.eventstore.test.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which discounts can be declared. */
class DiscountTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode node;
    private static ResourceClient discounts;

    @BeforeAll
    static void start() {
        node = CatalogueNode.on(POSTGRES.application());
        node.get(Provisioning.class).apply(Files.text("/two-organizers.json"));
        discounts = new TestEvent(node, "conf").client(DiscountEndpoint.class);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void a_discount_is_born_for_everybody_and_everything() {
        assertThat(discounts.create("{\"internal_name\": \"3 for 2\", \"condition_min_count\": 3}"))
                .containsEntry("active", true)
                .containsEntry("sales_channels", List.of("web"))
                .containsEntry("condition_all_products", true)
                .containsEntry("condition_limit_products", List.of())
                .containsEntry("condition_min_value", "0.00")
                .containsEntry("benefit_same_products", true)
                .containsEntry("subevent_mode", "mixed");
    }

    @Test
    void a_dated_list_of_nothing_is_empty_and_has_no_date() {
        assertThat(new TestEvent(node, "empty").client(DiscountEndpoint.class).list(""))
                .isEmpty();
    }

    @Test
    void a_discount_has_one_kind_of_condition() {
        refused(
                "'condition_min_count': 1, 'condition_min_value': '1.00'",
                "non_field_errors",
                "You can either set a minimum number of matching products or a minimum value, not both.");
        refused(
                "'active': true",
                "non_field_errors",
                "You need to either set a minimum number of matching products or a minimum value.");
        refused(
                "'condition_min_value': 5, 'benefit_only_apply_to_cheapest_n_matches': 1",
                "non_field_errors",
                "You cannot apply the discount only to some of the matched products if you are matching on a minimum"
                        + " value.");
        refused(
                "'condition_min_value': 5, 'subevent_mode': 'distinct'",
                "non_field_errors",
                "You cannot apply the discount only to bookings of different dates if you are matching on a minimum"
                        + " value.");
        refused(
                "'condition_min_count': 5, 'subevent_mode': 'distinct', 'benefit_same_products': false",
                "benefit_same_products",
                "You cannot apply the discount to a different set of products if the discount is only valid for"
                        + " bookings of different dates.");
    }

    @Test
    void a_change_is_judged_together_with_what_stays() {
        Object id = discounts
                .create("{\"internal_name\": \"A\", \"condition_min_count\": 1}")
                .get("id");
        assertThat(refusal(() -> discounts.change(id, "{\"condition_min_value\": \"23.00\"}")))
                .isEqualTo(Map.of(
                        "non_field_errors",
                        List.of("You can either set a minimum number of matching products or a minimum value,"
                                + " not both.")));
        assertThat(discounts.change(id, "{\"condition_min_count\": 0, \"condition_min_value\": \"23.00\"}"))
                .containsEntry("condition_min_value", "23.00");
    }

    private static void refused(String fields, String field, String text) {
        String json = "{\"internal_name\": \"A\", %s}".formatted(fields.replace("'", "\""));
        assertThat(refusal(() -> discounts.create(json))).isEqualTo(Map.of(field, List.of(text)));
    }
}
