package org.gatebook.catalogue.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.catalogue.test.ResourceClient.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.api.offer.Quota;
import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.item.ItemResource;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.Files;
import org.gatebook.catalogue.test.ResourceClient;
import org.gatebook.catalogue.test.TestEvent;
import org.gatebook.eventstore.test.PostgresExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.stereotype.Component;

/** Quotas, and what is told to those who count. */
class QuotaTest {

    /** What a counter hears. */
    record Told(@Nullable Quota before, @Nullable Quota after) {}

    /** In place of counters. */
    @Component
    static final class Counter implements QuotaFollower {
        private final List<Told> told = new ArrayList<>();

        @Override
        public void quotaChanged(Owner event, @Nullable Quota before, @Nullable Quota after) {
            told.add(new Told(before, after));
        }
    }

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode node;
    private static ResourceClient quotas;
    private static ResourceClient items;
    private static Object ticket;
    private static Map<String, Object> workshop;

    @BeforeAll
    static void start() {
        node = CatalogueNode.on(POSTGRES.application());
        node.get(Provisioning.class).apply(Files.text("/two-organizers.json"));
        TestEvent event = new TestEvent(node, "conf");
        quotas = event.client(QuotaEndpoint.class);
        items = event.client(Items.class);
        ticket = items.create("{\"name\": \"Ticket\", \"default_price\": 1}").get("id");
        workshop = items.create("""
            {"name": "Workshop", "default_price": 1, "variations": [{"value": "Morning"}, {"value": "Evening"}]}
            """);
    }

    /** Products, seen from another package. */
    @Component
    record Items(Crud crud, ItemResource items) implements CrudEndpoint.Full {
        @Override
        public Resource resource() {
            return items.resource();
        }
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void forget() {
        node.get(Counter.class).told.clear();
    }

    @Test
    void a_quota_is_born_open_and_without_limit_unless_it_says_so() {
        Map<String, Object> quota = quotas.create("{\"name\": \"All\", \"items\": [%s]}".formatted(ticket));
        assertThat(quota.keySet())
                .containsExactly(
                        "id",
                        "name",
                        "size",
                        "items",
                        "variations",
                        "subevent",
                        "closed",
                        "close_when_sold_out",
                        "release_after_exit",
                        "ignore_for_event_availability");
        assertThat(quota).containsEntry("size", null).containsEntry("closed", false);
    }

    @Test
    void whoever_counts_hears_what_counts_otherwise_and_nothing_else() {
        Object id = quotas.create("{\"name\": \"Some\", \"size\": 5, \"items\": [%s]}".formatted(ticket))
                .get("id");
        quotas.change(id, "{\"size\": 5}");
        quotas.change(id, "{\"size\": 3}");
        quotas.delete(id);
        List<Told> told = node.get(Counter.class).told;
        assertThat(told).hasSize(3);
        assertThat(told.getFirst().before()).isNull();
        assertThat(told.get(1).before()).extracting(Quota::size).isEqualTo(5);
        assertThat(told.get(1).after()).extracting(Quota::size).isEqualTo(3);
        assertThat(told.getLast().after()).isNull();
    }

    @Test
    void variations_are_those_of_the_items() {
        refused(
                "'items': [%s], 'variations': [%s]".formatted(ticket, variation(0)),
                "All variations must belong to an item contained in the items list.");
        refused(
                "'items': [%s], 'variations': []".formatted(workshop.get("id")),
                "One or more items has variations but none of these are in the variations list.");
        Object id = quotas.create("{\"name\": \"W\", \"items\": [%s], \"variations\": [%s]}"
                        .formatted(workshop.get("id"), variation(0)))
                .get("id");
        assertThat(refusal(() -> quotas.change(id, "{\"items\": []}")))
                .isEqualTo(whole("All variations must belong to an item contained in the items list."));
    }

    @Test
    void items_of_another_event_are_refused() {
        Object foreign = new TestEvent(node, "other")
                .client(Items.class)
                .create("{\"name\": \"Foreign\", \"default_price\": 1}")
                .get("id");
        refused("'items': [%s]".formatted(foreign), "One or more items do not belong to this event.");
        assertThat(refusal(() -> quotas.create("{\"name\": \"A\", \"items\": [17]}")))
                .isEqualTo(Map.of("items", List.of("Invalid pk \"17\" - object does not exist.")));
    }

    @Test
    void only_a_series_limits_by_date() {
        TestEvent series = new TestEvent(node, "series");
        series.resource("event", Map.of("slug", "series", "has_subevents", true));
        Object date = series.resource("subevent", Map.of("name", "Monday"));
        ResourceClient dated = series.client(QuotaEndpoint.class);
        assertThat(refusal(() -> dated.create("{\"name\": \"A\"}")))
                .isEqualTo(whole("Subevent cannot be null for event series."));
        assertThat(dated.create("{\"name\": \"A\", \"subevent\": %s}".formatted(date)))
                .containsEntry("subevent", ((Number) date).intValue());
        assertThat(dated.list("subevent=" + date)).hasSize(1);
        assertThat(dated.list("subevent__in=1," + date)).hasSize(1);
        refused("'subevent': %s".formatted(date), "The subevent does not belong to this event.");
    }

    @Test
    void what_is_gone_is_gone_from_quotas_and_their_counters_hear_of_it() {
        Map<String, Object> course = items.create("""
            {"name": "Course", "default_price": 1, "variations": [{"value": "Long"}, {"value": "Short"}]}
            """);
        Object id = quotas.create("{\"name\": \"C\", \"items\": [%s, %s], \"variations\": [%s, %s]}"
                        .formatted(ticket, course.get("id"), variation(course, 0), variation(course, 1)))
                .get("id");
        items.delete(course.get("id"));
        assertThat(quotas.detail(id, ""))
                .containsEntry("items", List.of(((Number) ticket).intValue()))
                .containsEntry("variations", List.of());
        assertThat(Objects.requireNonNull(node.get(Counter.class).told.getLast().after())
                        .variations())
                .isEmpty();
    }

    @Test
    void lists_are_narrowed_by_what_is_counted() {
        Object rare = items.create("{\"name\": \"Rare\", \"default_price\": 1}").get("id");
        quotas.create("{\"name\": \"R\", \"size\": 2, \"items\": [%s, %s]}".formatted(ticket, rare));
        assertThat(quotas.list("items__in=" + rare)).hasSize(1);
        assertThat(refusal(() -> quotas.list("items__in=x")))
                .isEqualTo(Map.of("items__in", List.of("Enter a number.")));
    }

    private static void refused(String fields, String text) {
        String json = "{\"name\": \"A\", %s}".formatted(fields.replace("'", "\""));
        assertThat(refusal(() -> quotas.create(json))).isEqualTo(whole(text));
    }

    private static Map<String, List<String>> whole(String text) {
        return Map.of("non_field_errors", List.of(text));
    }

    private static Object variation(int index) {
        return variation(workshop, index);
    }

    @SuppressWarnings("unchecked")
    private static Object variation(Map<String, Object> item, int index) {
        return ((List<Map<String, Object>>) item.get("variations")).get(index).get("id");
    }
}
