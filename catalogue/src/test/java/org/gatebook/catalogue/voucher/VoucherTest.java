package org.gatebook.catalogue.voucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.catalogue.test.ResourceClient.refusal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.Voucher;
import org.gatebook.api.offer.Voucher.PriceMode;
import org.gatebook.api.offer.Vouchers;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.ResourceClient;
import org.gatebook.catalogue.test.SampleSale;
import org.gatebook.catalogue.usage.Counted;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.Content;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Vouchers as the recordings ordercreate/voucher-* show them, and what the reference refuses. */
class VoucherTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode node;
    private static SampleSale sale;
    private static ResourceClient vouchers;

    @BeforeAll
    static void start() {
        node = CatalogueNode.on(POSTGRES.application());
        sale = SampleSale.on(node, "conf");
        vouchers = sale.client("vouchers");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void a_voucher_is_shown_with_these_keys_and_defaults() {
        Map<String, Object> voucher = vouchers.create("{}");
        assertThat(voucher.keySet())
                .containsExactly(
                        "id",
                        "code",
                        "max_usages",
                        "redeemed",
                        "min_usages",
                        "valid_until",
                        "block_quota",
                        "allow_ignore_quota",
                        "price_mode",
                        "value",
                        "item",
                        "variation",
                        "quota",
                        "tag",
                        "comment",
                        "subevent",
                        "show_hidden_items",
                        "seat",
                        "all_addons_included",
                        "all_bundles_included",
                        "budget",
                        "budget_used");
        assertThat(voucher)
                .containsEntry("max_usages", 1)
                .containsEntry("redeemed", 0L)
                .containsEntry("price_mode", "none")
                .containsEntry("tag", "")
                .containsEntry("show_hidden_items", true)
                .containsEntry("seat", null)
                .containsEntry("budget", null)
                .containsEntry("budget_used", "0.00");
        assertThat(voucher.get("code").toString()).matches("[A-HJ-NP-Z2-9]{16}");
    }

    @Test
    void decisions_find_a_voucher_by_the_code_in_capitals_only() {
        Object id = vouchers.create("""
            {"code": "budget", "max_usages": 3, "price_mode": "percent", "value": "12.50", "item": %s,
             "budget": "50.00", "valid_until": "2030-01-01T00:00:00Z"}
            """.formatted(sale.ticket())).get("id");
        Map<String, Voucher> found = node.read(
                "bigevents",
                entered -> node.get(Vouchers.class)
                        .byCode(new OrganizerSlug("bigevents"), new EventSlug("conf"), List.of("BUDGET", "budget")));
        assertThat(found).containsOnlyKeys("BUDGET");
        Voucher voucher = found.get("BUDGET");
        assertThat(voucher.id()).isEqualTo(((Number) id).longValue());
        assertThat(voucher.priceMode()).isEqualTo(PriceMode.PERCENT);
        assertThat(voucher.value()).isEqualTo(new BigDecimal("12.50"));
        assertThat(voucher.budget()).isEqualTo(new BigDecimal("50.00"));
    }

    @Test
    void a_code_is_unique_whatever_its_letters_and_not_too_short() {
        Object id = vouchers.create("{\"code\": \"UNIQUE\"}").get("id");
        refused("{'code': 'Unique'}", "A voucher with this code already exists.");
        assertThat(vouchers.change(id, "{\"code\": \"unique\", \"comment\": \"mine\"}"))
                .containsEntry("code", "UNIQUE")
                .containsEntry("comment", "mine");
        assertThat(refusal(() -> vouchers.create("{\"code\": \"four\"}")))
                .isEqualTo(Map.of("code", List.of("Ensure this field has at least 5 characters.")));
        assertThat(vouchers.list("code=uNiQuE")).hasSize(1);
    }

    @Test
    void a_voucher_is_for_one_thing() {
        refused("{'item': ITEM, 'quota': QUOTA}", "You cannot select a quota and a specific product at the same time.");
        refused(
                "{'item': ITEM, 'variation': MORNING}",
                "You cannot select a variation without having selected a product that provides variations.");
        refused(
                "{'variation': MORNING}",
                "You cannot select a variation without having selected a product that provides variations.");
        refused(
                "{'block_quota': true}",
                "You need to select a specific product or quota if this voucher should reserve tickets.");
        refused(
                "{'item': WORKSHOP, 'block_quota': true}",
                "You can only block quota if you specify a specific product variation. Otherwise it might be unclear"
                        + " which quotas to block.");
        assertThat(vouchers.create(of("{'item': WORKSHOP, 'variation': MORNING}")))
                .containsEntry("variation", ((Number) sale.morning()).intValue());
    }

    @Test
    void more_places_than_there_are_cannot_be_kept() {
        String soldOut =
                "You cannot create a voucher that blocks quota as the selected product or quota is currently sold"
                        + " out or completely reserved.";
        refused("{'item': ITEM, 'block_quota': true, 'max_usages': 3}", soldOut);
        Object both = vouchers.create(of("{'item': ITEM, 'block_quota': true, 'max_usages': 2}"))
                .get("id");
        refused("{'quota': QUOTA, 'block_quota': true}", soldOut);
        assertThat(vouchers.create(of("{'item': ITEM, 'block_quota': true, 'allow_ignore_quota': true}")))
                .containsEntry("block_quota", true)
                .satisfies(ignoring -> vouchers.delete(ignoring.get("id")));
        assertThat(vouchers.change(both, "{\"comment\": \"what is kept already may stay\"}"))
                .containsEntry("max_usages", 2);
        vouchers.delete(both);
    }

    @Test
    void what_was_redeemed_binds() {
        Object id =
                vouchers.create("{\"max_usages\": 5, \"budget\": \"20.00\"}").get("id");
        long number = ((Number) id).longValue();
        sale.count(Counted.voucher(number), 2);
        sale.count(Counted.budget(number), 1250);
        assertThat(vouchers.detail(id, "")).containsEntry("redeemed", 2L).containsEntry("budget_used", "12.50");
        assertThat(refusal(() -> vouchers.change(id, "{\"max_usages\": 1}")))
                .isEqualTo(
                        whole("This voucher has already been redeemed 2 times. You cannot reduce the maximum number of"
                                + " usages below this number."));
        assertThat(refusal(() -> vouchers.change(id, "{\"min_usages\": 6}")))
                .isEqualTo(whole("The maximum number of usages may not be lower than the minimum number of usages."));
        assertThat(refusal(() -> vouchers.delete(id)))
                .isEqualTo(Map.of("detail", "This voucher can not be deleted as it has already been used."));
        assertThat(vouchers.list("redeemed=2")).extracting(v -> v.get("id")).containsExactly(id);
        assertThat(vouchers.list("active=true&redeemed=2")).hasSize(1);
        vouchers.change(id, "{\"max_usages\": 2}");
        assertThat(vouchers.list("active=false&redeemed=2")).hasSize(1);
    }

    @Test
    void many_are_made_together_or_none() {
        assertThat(batch("[{\"code\": \"FIRST\"}, {\"price_mode\": \"set\", \"value\": \"1\"}]"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat(refusal(() -> batch("[{\"code\": \"SECOND\"}, {\"code\": \"first\"}, {\"code\": \"x\"}]")))
                .isEqualTo(List.of(
                        Map.of(),
                        whole("A voucher with this code already exists."),
                        Map.of("code", List.of("Ensure this field has at least 5 characters."))));
        assertThat(vouchers.list("code=SECOND")).isEmpty();
        assertThat(refusal(() -> batch("[{\"code\": \"THIRD\"}, {\"code\": \"third\"}]")))
                .isEqualTo(List.of(Map.of(), Map.of("code", List.of("Duplicate voucher code in request."))));
        assertThat(refusal(() -> batch("{}"))).isEqualTo(whole("Expected a list of items but got type \"dict\"."));
    }

    private static Object batch(String json) {
        return node.write("bigevents", "conf", entered -> {
            Answer answer =
                    node.get(VoucherEndpoint.class).createAll(vouchers.asked(entered, json, ""), vouchers.path());
            return ((Content.Json) answer.content()).value();
        });
    }

    private static void refused(String json, String text) {
        assertThat(refusal(() -> vouchers.create(of(json)))).isEqualTo(whole(text));
    }

    private static Map<String, Object> whole(String text) {
        return Map.of("non_field_errors", List.of(text));
    }

    private static String of(String json) {
        return json.replace('\'', '"')
                .replace("ITEM", sale.ticket().toString())
                .replace("WORKSHOP", sale.workshop().toString())
                .replace("MORNING", sale.morning().toString())
                .replace("QUOTA", sale.quota().toString());
    }
}
