package org.gatebook.catalogue.giftcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.OrganizerCatalogue;
import org.gatebook.api.giftcard.IssuerScope;
import org.gatebook.catalogue.acceptance.IssuerScopes;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.catalogue.test.Asked;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.Files;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.Content;
import org.gatebook.web.error.Rejected;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose gift cards and media an organizer accepts (behaviour notes, gift cards 1.3 and 1.10). */
class AcceptancesTest {

    private static final OrganizerSlug BIG = new OrganizerSlug("bigevents");
    private static final OrganizerSlug OTHER = new OrganizerSlug("otherorg");
    private static final Map<String, String> PATH = Map.of("organizer", "otherorg");

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode node;

    @BeforeAll
    static void start() {
        node = CatalogueNode.on(POSTGRES.application());
        node.get(Provisioning.class).apply(Files.text("/two-organizers.json"));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void only_the_word_true_reaches_cards_of_accepted_issuers() {
        assertThat(asked("include_accepted=true")).isEqualTo(new IssuerScope(BIG, Set.of(OTHER)));
        for (String query : new String[] {"", "include_accepted=", "include_accepted=True", "include_accepted=1"}) {
            assertThat(asked(query)).as(query).isEqualTo(IssuerScope.own(BIG));
        }
    }

    @Test
    void being_active_opens_cards_and_media_need_both() {
        Map<String, Object> acceptance = create("{\"issuer\": \"bigevents\"}");
        assertThat(acceptance)
                .containsEntry("issuer", "bigevents")
                .containsEntry("acceptor", "otherorg")
                .containsEntry("active", true)
                .containsEntry("reusable_media", false);
        assertOpen(true, false);

        change(acceptance, "{\"reusable_media\": true}");
        assertOpen(true, true);

        change(acceptance, "{\"active\": false}");
        assertOpen(false, false);

        assertThatThrownBy(() -> create("{\"issuer\": \"bigevents\"}"))
                .as("a second one for the same issuer")
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> create("{\"issuer\": \"otherorg\"}"))
                .as("one for its own cards")
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> create("{\"issuer\": \"nobody\"}")).isInstanceOf(Rejected.class);
    }

    private static void assertOpen(boolean cards, boolean media) {
        node.read("otherorg", entered -> {
            OrganizerCatalogue catalogue = node.get(OrganizerCatalogue.class);
            assertThat(catalogue.issuersOfAcceptedCards(OTHER).contains(BIG)).isEqualTo(cards);
            assertThat(catalogue.issuersOfAcceptedMedia(OTHER).contains(BIG)).isEqualTo(media);
            return entered;
        });
    }

    private static IssuerScope asked(String query) {
        return node.read(
                "bigevents", entered -> node.get(IssuerScopes.class).asked(Asked.get(entered, "bigevents", query)));
    }

    private static Map<String, Object> create(String json) {
        return node.write(
                "otherorg",
                entered ->
                        json(node.get(AcceptanceEndpoint.class).create(Asked.with(entered, "otherorg", json), PATH)));
    }

    private static void change(Map<String, Object> acceptance, String json) {
        String address = acceptance.get("id").toString();
        node.write(
                "otherorg",
                entered -> json(node.get(AcceptanceEndpoint.class)
                        .change(Asked.with(entered, "otherorg", json), address, PATH)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(Answer answer) {
        return (Map<String, Object>) ((Content.Json) answer.content()).value();
    }
}
