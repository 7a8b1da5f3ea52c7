package org.gatebook.catalogue.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.OrganizerCatalogue;
import org.gatebook.catalogue.directory.Credentials;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.Files;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.CredentialLookup;
import org.gatebook.web.auth.CredentialScheme;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.auth.TokenHash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProvisioningTest {

    private static final OrganizerSlug BIG = new OrganizerSlug("bigevents");

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode node;

    @BeforeAll
    static void start() {
        node = CatalogueNode.on(POSTGRES.application());
        node.get(Provisioning.class).apply(file());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void a_file_that_was_applied_writes_nothing_when_applied_again() {
        int before = node.log().size();
        node.get(Provisioning.class).apply(file());
        assertThat(node.log()).hasSize(before);
    }

    @Test
    void a_changed_file_changes_only_what_differs() {
        int before = node.log().size();
        node.get(Provisioning.class).apply(file().replace("Other Org", "Another Org"));
        assertThat(node.log()).hasSize(before + 1);
        node.get(Provisioning.class).apply(file());
    }

    @Test
    void a_token_works_with_the_permissions_of_its_team() {
        CredentialLookup found = node.read(
                "bigevents",
                entered -> node.get(Credentials.class)
                        .find(CredentialScheme.TOKEN, TokenHash.of("a-text-that-was-chosen-beforehand")));
        assertThat(found).isInstanceOfSatisfying(CredentialLookup.Found.class, lookup -> {
            assertThat(lookup.credential().organizer()).isEqualTo(BIG);
            assertThat(lookup.credential().permissions())
                    .isEqualTo(Set.of(Permission.CAN_CHANGE_TEAMS, Permission.CAN_MANAGE_CUSTOMERS));
            assertThat(lookup.credential()).isInstanceOf(Credential.TeamToken.class);
        });
    }

    @Test
    void the_text_of_a_token_is_nowhere_in_the_log() {
        assertThat(node.log().toString())
                .doesNotContain("a-text-that-was-chosen-beforehand")
                .doesNotContain(
                        TokenHash.of("a-text-that-was-chosen-beforehand").hex());
    }

    @Test
    void every_event_names_its_organizer_and_who_provisioned() {
        assertThat(node.log()).allSatisfy(event -> {
            assertThat(event.metadata().actorKind()).isEqualTo("system");
            assertThat(event.metadata().actorName()).isEqualTo("provision");
            assertThat(event.metadata().organizer().value()).isIn("bigevents", "otherorg");
        });
    }

    @Test
    void acceptances_and_settings_reach_those_who_ask() {
        OrganizerCatalogue catalogue = node.get(OrganizerCatalogue.class);
        node.read("bigevents", entered -> {
            assertThat(catalogue.issuersOfAcceptedCards(BIG)).containsExactly(new OrganizerSlug("otherorg"));
            assertThat(catalogue.issuersOfAcceptedMedia(BIG)).isEmpty();
            assertThat(catalogue.giftCardSettings(BIG).codeLength()).isEqualTo(14);
            assertThat(catalogue.giftCardSettings(BIG).expiryOf(entered.now()).toString())
                    .endsWith("-12-31T22:59:59Z");
            assertThat(catalogue.mediaSettings(BIG).nfcUidCardCurrency()).isEqualTo("EUR");
            assertThat(catalogue.mediaSettings(BIG).nfcMf0aesCardCurrency()).isNull();
            return entered;
        });
    }

    @Test
    void unknown_keys_are_refused_with_their_path_and_nothing_is_applied() {
        int before = node.log().size();
        String wrong = file().replace("\"name\": \"nothing\"", "\"name\": \"fresh\", \"foo\": 1")
                .replace("\"giftcard_length\": 14", "\"giftcard_size\": 14, \"giftcard_length\": \"many\"")
                .replace("can_change_teams", "can_fly");
        assertThatThrownBy(() -> node.get(Provisioning.class).apply(wrong))
                .isInstanceOfSatisfying(
                        ProvisioningException.class,
                        e -> assertThat(e.problems())
                                .containsExactlyInAnyOrder(
                                        "organizers[0].teams[1].foo: unknown key",
                                        "organizers[0].teams[0].permissions[0]: unknown permission can_fly"));
        assertThatThrownBy(() -> node.get(Provisioning.class)
                        .apply(file().replace(
                                        "\"giftcard_length\": 14",
                                        "\"giftcard_size\": 14, \"giftcard_length\": \"many\"")))
                .isInstanceOfSatisfying(
                        ProvisioningException.class,
                        e -> assertThat(e.problems())
                                .isEqualTo(List.of(
                                        "organizers[0].settings.giftcard_size: unknown key",
                                        "organizers[0].settings: {giftcard_length=[A valid integer is required.]}")));
        assertThat(node.log()).hasSize(before);
    }

    private static String file() {
        return Files.text("/two-organizers.json");
    }
}
