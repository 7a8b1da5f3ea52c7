package org.gatebook.catalogue.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.organizer.OrganizerSettingsWriter;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.catalogue.team.TeamTokens;
import org.gatebook.catalogue.team.Teams;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.Files;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.web.auth.CredentialLookup;
import org.gatebook.web.auth.CredentialScheme;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.auth.TokenHash;
import org.gatebook.web.request.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes on one database: what one has committed, the next request on the other sees. */
class TwoNodesTest {

    private static final OrganizerSlug BIG = new OrganizerSlug("bigevents");
    private static final String TOKEN = "a-text-that-was-chosen-beforehand";

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode one;
    private static CatalogueNode other;

    @BeforeAll
    static void start() {
        one = CatalogueNode.on(POSTGRES.application());
        other = CatalogueNode.on(POSTGRES.application());
        one.get(Provisioning.class).apply(Files.text("/two-organizers.json"));
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void a_setting_changed_on_one_node_holds_for_the_next_request_on_the_other() {
        for (int length = 20; length < 25; length++) {
            assertThat(cardLength(other)).isNotEqualTo(length);
            set(one, "{\"giftcard_length\": " + length + "}");
            assertThat(cardLength(other)).isEqualTo(length);
            assertThat(cardLength(one)).isEqualTo(length);
        }
    }

    @Test
    void a_setting_taken_back_has_its_default() {
        set(one, "{\"giftcard_expiry_years\": null}");
        other.read("bigevents", entered -> {
            assertThat(other.get(OrganizerSnapshots.class).giftCardSettings(BIG).expiryYears())
                    .isNull();
            return entered;
        });
    }

    @Test
    void a_snapshot_is_loaded_once_for_a_version() {
        OrganizerSnapshot first = other.read("bigevents", entered -> snapshot(other));
        OrganizerSnapshot second = other.read("bigevents", entered -> snapshot(other));
        assertThat(second).isSameAs(first);
    }

    @Test
    void a_request_that_names_no_organizer_sees_the_same() {
        set(one, "{\"reusable_media_active\": true}");
        other.read("otherorg", entered -> {
            assertThat(snapshot(other).settings().isOn("reusable_media_active")).isTrue();
            return entered;
        });
    }

    @Test
    void what_is_rolled_back_was_never_seen_by_others() {
        OrganizerSnapshot before = one.read("bigevents", entered -> snapshot(one));
        assertThatThrownBy(() -> one.write("bigevents", entered -> {
                    one.get(OrganizerSettingsWriter.class).change(BIG, body("{\"imprint_url\": \"x\"}"));
                    assertThat(snapshot(one).settings().text("imprint_url")).isEqualTo("x");
                    throw new IllegalStateException("the request ends here");
                }))
                .hasMessageContaining("the request ends here");
        OrganizerSnapshot after = one.read("bigevents", entered -> snapshot(one));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void a_permission_taken_from_a_team_is_gone_for_the_next_request_on_the_other_node() {
        assertThat(permission(other)).isTrue();
        one.write("bigevents", entered -> {
            Document team = one.get(Documents.class)
                    .list(one.get(Teams.class).type(), ResourceSelection.ofOrganizer(BIG))
                    .getFirst();
            return one.get(Catalogue.class).change(team, Map.of("can_manage_customers", false));
        });
        assertThat(permission(other)).isFalse();
    }

    @Test
    void a_token_that_is_switched_off_is_unknown_at_once_everywhere() {
        one.write("bigevents", entered -> {
            Document team = one.get(Documents.class)
                    .list(one.get(Teams.class).type(), ResourceSelection.ofOrganizer(BIG))
                    .getLast();
            return one.get(Catalogue.class)
                    .create(
                            TeamTokens.RESOURCE.type(),
                            entered.clientId(),
                            Owner.partOf(team),
                            null,
                            Map.of("name", "short", "active", true, "token", TeamTokens.stored("short-lived")));
        });
        assertThat(find(other, "short-lived")).isInstanceOf(CredentialLookup.Found.class);
        one.write("bigevents", entered -> {
            Document token = one.get(Documents.class)
                    .list(TeamTokens.RESOURCE.type(), ResourceSelection.ofOrganizer(BIG))
                    .getLast();
            return one.get(Catalogue.class).change(token, Map.of("active", false));
        });
        assertThat(find(other, "short-lived")).isInstanceOf(CredentialLookup.Unknown.class);
        assertThat(find(one, "short-lived")).isInstanceOf(CredentialLookup.Unknown.class);
    }

    private static boolean permission(CatalogueNode node) {
        return find(node, TOKEN) instanceof CredentialLookup.Found found
                && found.credential().permissions().contains(Permission.CAN_MANAGE_CUSTOMERS);
    }

    private static CredentialLookup find(CatalogueNode node, String token) {
        return node.read(
                "bigevents", entered -> node.get(Credentials.class).find(CredentialScheme.TOKEN, TokenHash.of(token)));
    }

    private static int cardLength(CatalogueNode node) {
        return node.read(
                "bigevents",
                entered ->
                        node.get(OrganizerSnapshots.class).giftCardSettings(BIG).codeLength());
    }

    private static OrganizerSnapshot snapshot(CatalogueNode node) {
        return node.get(OrganizerSnapshots.class).of(BIG);
    }

    private static void set(CatalogueNode node, String json) {
        node.write("bigevents", entered -> {
            node.get(OrganizerSettingsWriter.class).change(BIG, body(json));
            return entered;
        });
    }

    private static RequestBody body(String json) {
        return new RequestBody.Json(JsonMapper.shared().readTree(json));
    }
}
