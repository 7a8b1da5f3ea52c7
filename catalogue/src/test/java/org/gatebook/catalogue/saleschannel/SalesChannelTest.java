package org.gatebook.catalogue.saleschannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.catalogue.test.ResourceClient.refusal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.OrganizerCatalogue;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.Files;
import org.gatebook.catalogue.test.ResourceClient;
import org.gatebook.eventstore.test.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sales channels as the fixture documented-channel sends them and the reference's documentation describes them. */
class SalesChannelTest {

    private static final OrganizerSlug BIG = new OrganizerSlug("bigevents");

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode node;
    private static ResourceClient channels;

    @BeforeAll
    static void start() {
        node = CatalogueNode.on(POSTGRES.application());
        node.get(Provisioning.class).apply(Files.text("/two-organizers.json"));
        channels = ResourceClient.of(node, node.get(SalesChannelEndpoint.class), "bigevents");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void every_organizer_has_the_channel_of_its_web_shop_once() {
        node.get(Provisioning.class).apply(Files.text("/two-organizers.json"));
        assertThat(channels.list("type=web"))
                .containsExactly(Map.of(
                        "identifier", "web", "label", Map.of("en", "Online shop"), "type", "web", "position", 0));
    }

    @Test
    void a_channel_of_the_api_is_known_to_the_next_request() {
        assertThat(channels.create("""
            {"identifier": "api.partner", "label": {"en": "Partner shop"}, "type": "api"}
            """))
                .containsEntry("identifier", "api.partner")
                .containsEntry("type", "api")
                .containsEntry("position", 0);
        Set<String> known = node.read(
                "bigevents", entered -> node.get(OrganizerCatalogue.class).salesChannels(BIG));
        assertThat(known).contains("web", "api.partner");
    }

    @Test
    void only_channels_of_the_api_can_be_added() {
        refused("{'identifier': 'shop'}", "identifier", "Your identifier needs to start with 'api.'.");
        refused(
                "{'identifier': 'web.2', 'type': 'web'}",
                "type",
                "You can currently only create channels of type 'api' through the API.");
        refused(
                "{'identifier': 'api.o o'}",
                "identifier",
                "The identifier may only contain letters, numbers, dots, dashes, and underscores.");
        channels.create("{\"identifier\": \"api.twice\", \"label\": \"S\"}");
        refused(
                "{'identifier': 'api.twice'}",
                "identifier",
                "A sales channel with the same identifier already exists.");
    }

    @Test
    void a_channel_keeps_its_identifier_and_its_type() {
        channels.create("{\"identifier\": \"api.fixed\", \"label\": \"S\"}");
        assertThat(refusal(() -> channels.change("api.fixed", "{\"identifier\": \"api.other\"}")))
                .isEqualTo(Map.of("identifier", List.of("You cannot change the identifier of a sales channel.")));
        assertThat(refusal(() -> channels.change("api.fixed", "{\"type\": \"web\"}")))
                .isEqualTo(Map.of("type", List.of("You cannot change the type of a sales channel.")));
        assertThat(channels.change("api.fixed", "{\"position\": 4, \"identifier\": \"api.fixed\"}"))
                .containsEntry("position", 4);
    }

    @Test
    void the_channel_of_the_web_shop_stays() {
        assertThat(refusal(() -> channels.delete("web"))).isEqualTo(Map.of("detail", "Can only be deleted if unused."));
    }

    private static void refused(String json, String field, String text) {
        String labelled = json.replace("'", "\"").replace("}", ", \"label\": \"S\"}");
        assertThat(refusal(() -> channels.create(labelled))).isEqualTo(Map.of(field, List.of(text)));
    }
}
