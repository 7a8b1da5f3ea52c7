package org.gatebook.catalogue.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.catalogue.test.ResourceClient.refusal;

import java.util.List;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.ResourceChanged;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.Files;
import org.gatebook.catalogue.test.ResourceClient;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.test.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Products and their parts.
 *
 * <p>Long: all cases share one database with a prepared event.
 */
class ItemTest {

    private static final OrganizerSlug BIG = new OrganizerSlug("bigevents");
    private static final ResourceType CATEGORY =
            ResourceType.declare("category", KeptBy.EVENT).plain("name").build();

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode node;
    private static ResourceClient items;

    @BeforeAll
    static void start() {
        node = CatalogueNode.on(POSTGRES.application());
        node.get(Provisioning.class).apply(Files.text("/two-organizers.json"));
        items = of("conf");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void a_product_is_born_with_the_defaults_of_the_reference() {
        Map<String, Object> ticket = items.create("{\"name\": {\"en\": \"Ticket\"}, \"default_price\": \"23.00\"}");
        assertThat(ticket.keySet())
                .containsExactly(
                        "id",
                        "category",
                        "name",
                        "internal_name",
                        "active",
                        "all_sales_channels",
                        "limit_sales_channels",
                        "description",
                        "default_price",
                        "free_price",
                        "free_price_suggestion",
                        "tax_rate",
                        "tax_rule",
                        "admission",
                        "personalized",
                        "position",
                        "picture",
                        "available_from",
                        "available_from_mode",
                        "available_until",
                        "available_until_mode",
                        "require_voucher",
                        "hide_without_voucher",
                        "allow_cancel",
                        "require_bundling",
                        "min_per_order",
                        "max_per_order",
                        "checkin_attention",
                        "checkin_text",
                        "has_variations",
                        "variations",
                        "addons",
                        "bundles",
                        "original_price",
                        "require_approval",
                        "generate_tickets",
                        "show_quota_left",
                        "hidden_if_available",
                        "hidden_if_item_available",
                        "allow_waitinglist",
                        "issue_giftcard",
                        "meta_data",
                        "require_membership",
                        "require_membership_types",
                        "require_membership_hidden",
                        "grant_membership_type",
                        "grant_membership_duration_like_event",
                        "grant_membership_duration_days",
                        "grant_membership_duration_months",
                        "validity_mode",
                        "validity_fixed_from",
                        "validity_fixed_until",
                        "validity_dynamic_duration_minutes",
                        "validity_dynamic_duration_hours",
                        "validity_dynamic_duration_days",
                        "validity_dynamic_duration_months",
                        "validity_dynamic_start_choice",
                        "validity_dynamic_start_choice_day_limit",
                        "media_policy",
                        "media_type",
                        "sales_channels");
        assertThat(ticket)
                .containsEntry("active", true)
                .containsEntry("tax_rate", "0.00")
                .containsEntry("position", 0)
                .containsEntry("sales_channels", List.of("web"))
                .containsEntry("has_variations", false)
                .containsEntry("variations", List.of())
                .containsEntry("meta_data", Map.of());
    }

    @Test
    void variations_come_with_their_product_and_are_addressed_by_themselves_afterwards() {
        Map<String, Object> workshop = workshop();
        List<Map<String, Object>> inside = parts(workshop, "variations");
        assertThat(inside).extracting(variation -> variation.get("price")).containsExactly("12.00", "15.00");
        ResourceClient variations = parts(workshop, VariationEndpoint.class);
        Object evening = inside.get(1).get("id");
        assertThat(variations.detail(evening, "")).isEqualTo(inside.get(1));
        assertThat(variations.change(evening, "{\"default_price\": null, \"checkin_text\": \"Welcome\"}"))
                .containsEntry("price", "12.00")
                .containsEntry("checkin_text", "Welcome");
        assertThat(variations.create("{\"value\": \"Night\", \"position\": 7}")).containsEntry("position", 7);
    }

    @Test
    void one_event_tells_the_whole_product_after_a_change_of_a_part() {
        Map<String, Object> workshop = workshop();
        Object morning = parts(workshop, "variations").getFirst().get("id");
        parts(workshop, VariationEndpoint.class).change(morning, "{\"active\": false}");
        List<ResourceChanged> images = node.log().stream()
                .filter(event -> event.aggregateId().equals("item:" + workshop.get("id")))
                .map(event -> (ResourceChanged) event.payload())
                .toList();
        assertThat(images).hasSize(2);
        assertThat(images.getLast().plain().get("variations").toString()).contains("active=false", "Evening");
    }

    @Test
    void a_list_of_parts_is_filtered_and_paged_like_any_other() {
        ResourceClient variations = parts(workshop(), VariationEndpoint.class);
        assertThat(variations.list("")).hasSize(2);
        assertThat(variations.list("active=false")).isEmpty();
        assertThat(variations.list("ordering=-id&page_size=1"))
                .extracting(row -> row.get("value"))
                .containsExactly(Map.of("en", "Evening"));
    }

    @Test
    void what_was_sold_stays() {
        Map<String, Object> workshop = workshop();
        Object morning = parts(workshop, "variations").getFirst().get("id");
        node.get(KnownSales.class).sell(workshop.get("id"));
        node.get(KnownSales.class).sell(morning);
        assertThat(refusal(() -> items.delete(workshop.get("id"))))
                .isEqualTo(Map.of(
                        "detail",
                        "This item cannot be deleted because it has already been ordered by a user or currently is in a"
                                + " users's cart. Please set the item as \"inactive\" instead."));
        assertThat(refusal(() -> parts(workshop, VariationEndpoint.class).delete(morning)))
                .isEqualTo(Map.of(
                        "detail",
                        "This variation cannot be deleted because it has already been ordered by a user or currently"
                                + " is in a users's cart. Please set the variation as 'inactive' instead."));
    }

    @Test
    void the_last_variation_stays() {
        Map<String, Object> workshop = workshop();
        ResourceClient variations = parts(workshop, VariationEndpoint.class);
        List<Map<String, Object>> inside = parts(workshop, "variations");
        variations.delete(inside.getFirst().get("id"));
        assertThat(refusal(() -> variations.delete(inside.getLast().get("id"))))
                .isEqualTo(Map.of(
                        "detail",
                        "This variation cannot be deleted because it is the only variation. Changing a product with"
                                + " variations to a product without variations is not allowed."));
    }

    @Test
    void what_is_gone_is_gone_from_other_products() {
        Map<String, Object> workshop = workshop();
        Object morning = parts(workshop, "variations").getFirst().get("id");
        Map<String, Object> set = items.create("""
            {"name": "Set", "default_price": 1, "hidden_if_item_available": %s,
             "bundles": [{"bundled_item": %s, "bundled_variation": %s}]}
            """.formatted(workshop.get("id"), workshop.get("id"), morning));
        items.delete(workshop.get("id"));
        assertThat(items.detail(set.get("id"), ""))
                .containsEntry("hidden_if_item_available", null)
                .containsEntry("bundles", List.of());
    }

    @Test
    void a_product_without_variations_gets_none_later() {
        Map<String, Object> ticket = items.create("{\"name\": \"Ticket\", \"default_price\": \"23.00\"}");
        assertThat(refusal(() -> parts(ticket, VariationEndpoint.class).create("{\"value\": \"New\"}")))
                .isEqualTo(Map.of(
                        "detail",
                        "This variation cannot be created because the item does not have variations. Changing a"
                                + " product without variations to a product with variations is not allowed."));
    }

    @Test
    void parts_are_not_changed_through_their_product() {
        Object id = workshop().get("id");
        assertThat(refusal(() -> items.change(id, "{\"addons\": []}")))
                .isEqualTo(
                        whole("Updating add-ons, bundles, or variations via PATCH/PUT is not supported. Please use the"
                                + " dedicated nested endpoint."));
    }

    @Test
    void a_category_is_offered_once_as_an_add_on() {
        int extras = category("conf");
        Map<String, Object> pass = items.create("""
            {"name": "Pass", "default_price": 50,
             "addons": [{"addon_category": %d, "min_count": 1, "max_count": 2, "price_included": true}]}
            """.formatted(extras));
        assertThat(pass.get("addons"))
                .isEqualTo(List.of(Map.of(
                        "addon_category",
                        extras,
                        "min_count",
                        1,
                        "max_count",
                        2,
                        "position",
                        0,
                        "price_included",
                        true,
                        "multi_allowed",
                        false)));
        ResourceClient addons = parts(pass, AddonEndpoint.class);
        assertThat(refusal(() -> addons.create("{\"addon_category\": %d}".formatted(extras))))
                .isEqualTo(Map.of("addon_category", List.of("The item already has an add-on of this category.")));
        assertThat(refusal(() -> addons.create("{\"addon_category\": %d}".formatted(category("other")))))
                .isEqualTo(Map.of(
                        "addon_category", List.of("The add-on's category must belong to the same event as the item.")));
        Object own = addons.list("").getFirst().get("id");
        assertThat(refusal(() -> addons.change(own, "{\"max_count\": 0}")))
                .isEqualTo(whole("The maximum count needs to be greater than the minimum count."));
        assertThat(addons.change(own, "{\"multi_allowed\": true}")).containsEntry("multi_allowed", true);
    }

    @Test
    void a_bundle_names_the_variation_of_a_product_that_has_some() {
        Map<String, Object> workshop = workshop();
        Object morning = parts(workshop, "variations").getFirst().get("id");
        String body = "{\"name\": \"Set\", \"default_price\": 1, \"bundles\": [{\"bundled_item\": %s%s}]}";
        assertThat(refusal(() -> items.create(body.formatted(workshop.get("id"), ""))))
                .isEqualTo(Map.of("bundles", List.of("A variation needs to be set for this item.")));
        Map<String, Object> set =
                items.create(body.formatted(workshop.get("id"), ", \"bundled_variation\": " + morning));
        assertThat(parts(set, "bundles"))
                .containsExactly(Map.of(
                        "bundled_item",
                        ((Number) workshop.get("id")).intValue(),
                        "bundled_variation",
                        ((Number) morning).intValue(),
                        "count",
                        1,
                        "designated_price",
                        "0.00"));
        ResourceClient bundles = parts(set, BundleEndpoint.class);
        assertThat(refusal(() -> bundles.create("{\"bundled_item\": %s}".formatted(set.get("id")))))
                .isEqualTo(whole("The bundled item must not be the same item as the bundling one."));
        Object own = bundles.list("").getFirst().get("id");
        assertThat(bundles.change(own, "{\"count\": 3}")).containsEntry("count", 3);
    }

    @Test
    void rules_about_several_fields_speak_of_the_product_as_a_whole() {
        refused(
                "'min_per_order': 3, 'max_per_order': 2",
                "The maximum number per order can not be lower than the minimum number per order.");
        refused("'personalized': true", "Only admission products can currently be personalized.");
        refused(
                "'issue_giftcard': true, 'admission': true",
                "Gift card products should not be admission products at the same time.");
        refused(
                "'media_policy': 'new'",
                "If you select a reusable media policy, you also need to select a reusable media type.");
        refused(
                "'media_policy': 'new', 'media_type': 'barcode'",
                "The selected media type is not enabled in your organizer settings.");
    }

    @Test
    void a_ticket_of_admission_is_personalized_unless_a_client_says_otherwise() {
        assertThat(items.create("{\"name\": \"A\", \"default_price\": 1, \"admission\": true}"))
                .containsEntry("personalized", true);
        Map<String, Object> plain =
                items.create("{\"name\": \"A\", \"default_price\": 1, \"admission\": true, \"personalized\": false}");
        assertThat(plain).containsEntry("personalized", false);
        assertThat(items.change(plain.get("id"), "{\"admission\": false}")).containsEntry("personalized", false);
    }

    @Test
    void the_former_list_of_sales_channels_is_translated() {
        assertThat(items.create("{\"name\": \"A\", \"default_price\": 1, \"sales_channels\": []}"))
                .containsEntry("all_sales_channels", false)
                .containsEntry("limit_sales_channels", List.of())
                .containsEntry("sales_channels", List.of());
        assertThat(items.create("{\"name\": \"A\", \"default_price\": 1, \"sales_channels\": [\"web\"]}"))
                .containsEntry("all_sales_channels", true);
        assertThat(refusal(
                        () -> items.create("{\"name\": \"A\", \"default_price\": 1, \"sales_channels\": [\"shop\"]}")))
                .isEqualTo(Map.of("limit_sales_channels", List.of("Object with identifier=shop does not exist.")));
    }

    @Test
    void what_no_database_keeps_is_refused() {
        assertThat(refusal(() -> items.create("{\"name\": \"\\u0000\", \"default_price\": 1}")))
                .isEqualTo(Map.of("name", List.of("Null and surrogate characters are not allowed.")));
    }

    @Test
    void nothing_refers_to_memberships() {
        Map<String, Object> workshop = workshop();
        Object morning = parts(workshop, "variations").getFirst().get("id");
        assertThat(refusal(() -> parts(workshop, VariationEndpoint.class)
                        .change(morning, "{\"require_membership_types\": [1]}")))
                .isEqualTo(Map.of("require_membership_types", List.of("Invalid pk \"1\" - object does not exist.")));
    }

    @Test
    void lists_are_narrowed_and_ordered_by_rank() {
        ResourceClient few = of("few");
        few.create("{\"name\": \"Second\", \"default_price\": 1, \"position\": 10, \"active\": false}");
        few.create(
                "{\"name\": {\"de\": \"Erste\"}, \"default_price\": 1, \"position\": 9, \"internal_name\": \"x_y\"}");
        assertThat(few.list("")).extracting(item -> item.get("position")).containsExactly(9, 10);
        assertThat(few.list("active=false")).hasSize(1);
        assertThat(few.list("search=erst")).hasSize(1);
        assertThat(few.list("search=_")).hasSize(1);
        assertThat(few.list("tax_rate=0.00")).hasSize(2);
        assertThat(few.list("tax_rate=19")).isEmpty();
        assertThat(refusal(() -> few.list("category=1")))
                .isEqualTo(Map.of(
                        "category",
                        List.of("Select a valid choice. That choice is not one of the available choices.")));
    }

    private static void refused(String fields, String text) {
        String json = "{\"name\": \"A\", \"default_price\": 1, %s}".formatted(fields.replace("'", "\""));
        assertThat(refusal(() -> items.create(json))).isEqualTo(whole(text));
    }

    private static Map<String, List<String>> whole(String text) {
        return Map.of("non_field_errors", List.of(text));
    }

    private static ResourceClient of(String event) {
        return ResourceClient.of(node, node.get(ItemEndpoint.class), "bigevents", event);
    }

    private static ResourceClient parts(Map<String, Object> item, Class<? extends CrudEndpoint> endpoint) {
        return new ResourceClient(
                node,
                node.get(endpoint),
                Map.of(
                        "organizer",
                        "bigevents",
                        "event",
                        "conf",
                        "item",
                        item.get("id").toString()));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parts(Map<String, Object> item, String field) {
        return (List<Map<String, Object>>) item.get(field);
    }

    private static Map<String, Object> workshop() {
        return items.create("""
            {"name": {"en": "Workshop"}, "default_price": "12.00",
             "variations": [{"value": {"en": "Morning"}, "default_price": null},
                            {"value": {"en": "Evening"}, "default_price": "15.00"}]}
            """);
    }

    private static int category(String event) {
        Document made = node.write(
                "bigevents",
                entered -> node.get(Catalogue.class)
                        .create(
                                CATEGORY,
                                node.get(ClientIds.class).next(),
                                Owner.of(BIG, new EventSlug(event)),
                                null,
                                Map.of("name", "Extras")));
        return Math.toIntExact(made.id());
    }
}
