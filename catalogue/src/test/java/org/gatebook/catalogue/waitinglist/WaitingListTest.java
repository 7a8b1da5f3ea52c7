package org.gatebook.catalogue.waitinglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.catalogue.test.ResourceClient.refusal;

import java.util.List;
import java.util.Map;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.ResourceClient;
import org.gatebook.catalogue.test.SampleSale;
import org.gatebook.catalogue.usage.Counted;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.test.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The waiting list as the reference's documentation describes it. */
class WaitingListTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode node;
    private static SampleSale sale;
    private static ResourceClient entries;

    @BeforeAll
    static void start() {
        node = CatalogueNode.on(POSTGRES.application());
        sale = SampleSale.on(node, "conf");
        entries = sale.client("waitinglistentries");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void only_what_is_gone_can_be_waited_for_and_only_once() {
        String anna = "{\"email\": \"anna@example.org\", \"item\": %s, \"variation\": null, \"name\": \"Anna\"}"
                .formatted(sale.ticket());
        assertThat(refusal(() -> entries.create(anna))).isEqualTo(whole("This product is currently available."));
        sale.count(Counted.quota(((Number) sale.quota()).longValue()), 2);
        Map<String, Object> entry = entries.create(anna);
        assertThat(entry.keySet())
                .containsExactly(
                        "id",
                        "created",
                        "name",
                        "name_parts",
                        "email",
                        "phone",
                        "voucher",
                        "item",
                        "variation",
                        "locale",
                        "subevent",
                        "priority");
        assertThat(entry).containsEntry("name", "Anna").containsEntry("locale", "en");
        assertThat(refusal(() -> entries.create(anna)))
                .isEqualTo(whole("You are already on this waiting list! We will notify you as soon as we have a ticket"
                        + " available for you."));
        assertThat(entries.list("has_voucher=false&email=anna@example.org")).hasSize(1);
        assertThat(node.log())
                .extracting(RecordedEvent::payload)
                .noneSatisfy(payload -> assertThat(payload.toString()).contains("anna@example.org"));
    }

    @Test
    void an_entry_is_for_a_product_of_the_event() {
        assertThat(refusal(() ->
                        entries.create("{\"email\": \"b@example.org\", \"item\": %s}".formatted(sale.workshop()))))
                .isEqualTo(whole("Please select a specific variation of this product."));
        assertThat(refusal(() -> entries.create("{\"email\": \"b@example.org\", \"item\": %s, \"variation\": %s}"
                        .formatted(sale.ticket(), sale.morning()))))
                .isEqualTo(whole("The selected variation does not belong to the selected item."));
        assertThat(refusal(() -> entries.create("{\"item\": 1}")))
                .isEqualTo(Map.of(
                        "email", List.of("This field is required."),
                        "item", List.of("Invalid pk \"1\" - object does not exist.")));
    }

    private static Map<String, Object> whole(String text) {
        return Map.of("non_field_errors", List.of(text));
    }
}
