package org.gatebook.catalogue.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.Customers;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.catalogue.resource.DocumentCheck;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers as the fixtures send them and the recording media/permissions-linked shows them. */
class CustomerTest {

    private static final OrganizerSlug BIG = new OrganizerSlug("bigevents");
    private static final Map<String, String> PATH = Map.of("organizer", "bigevents");

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
    void a_customer_is_shown_with_these_keys_and_defaults() {
        Map<String, Object> customer = create("""
                {"email": "cleo@example.org", "name_parts": {"_scheme": "full", "full_name": "Cleo Client"},
                 "locale": "en", "is_active": true, "notes": "regular"}
                """);
        assertThat(customer.keySet())
                .containsExactly(
                        "identifier",
                        "external_identifier",
                        "email",
                        "phone",
                        "name",
                        "name_parts",
                        "is_active",
                        "is_verified",
                        "last_login",
                        "date_joined",
                        "locale",
                        "last_modified",
                        "notes");
        assertThat(customer)
                .containsEntry("external_identifier", null)
                .containsEntry("email", "cleo@example.org")
                .containsEntry("phone", null)
                .containsEntry("name", "Cleo Client")
                .containsEntry("is_verified", true)
                .containsEntry("last_login", null)
                .containsEntry("notes", "regular");
        assertThat(customer.get("identifier").toString()).matches("[A-HJ-NP-Z2-9]{7}");
    }

    @Test
    void others_find_a_customer_by_identifier_and_show_it_alike() {
        Map<String, Object> customer = create("{\"email\": \"find@example.org\"}");
        String identifier = customer.get("identifier").toString();
        Customers customers = node.get(Customers.class);
        node.read("bigevents", entered -> {
            assertThat(customers.find(BIG, identifier).orElseThrow().identifier())
                    .isEqualTo(identifier);
            assertThat(customers.find(BIG, identifier.toLowerCase())).isEmpty();
            assertThat(customers.find(new OrganizerSlug("otherorg"), identifier))
                    .isEmpty();
            assertThat(customers.shown(BIG, List.of(identifier, "NOSUCH"))).isEqualTo(Map.of(identifier, customer));
            return entered;
        });
    }

    @Test
    void lists_are_filtered_by_email_whatever_its_case() {
        create("{\"email\": \"Case@example.org\"}");
        assertThat(list("email=case@EXAMPLE.org")).containsEntry("count", 1L);
        assertThat(list("email=cas@example.org")).containsEntry("count", 0L);
    }

    @Test
    void an_email_belongs_to_one_customer() {
        create("{\"email\": \"once@example.org\"}");
        assertThatThrownBy(() -> create("{\"email\": \"once@example.org\"}"))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.error().body())
                                .isEqualTo(Map.of(
                                        "email", List.of("A customer with this email address already exists."))));
    }

    @Test
    void parts_without_a_scheme_get_that_of_the_organizer() {
        Map<String, Object> customer =
                create("{\"email\": \"s@example.org\", \"name_parts\": {\"full_name\": \"Sam\"}}");
        assertThat(customer)
                .containsEntry("name", "Sam")
                .containsEntry("name_parts", Map.of("full_name", "Sam", "_scheme", "full"));
    }

    @Test
    void a_patch_keeps_what_it_does_not_send() {
        String identifier = create("{\"email\": \"keep@example.org\", \"notes\": \"n\"}")
                .get("identifier")
                .toString();
        Map<String, Object> changed = node.write(
                "bigevents",
                entered -> json(endpoint()
                        .change(
                                Asked.with(
                                        entered,
                                        "bigevents",
                                        "{\"phone\": \"+4962213217750\", \"identifier\": \"MINE\"}"),
                                identifier,
                                PATH)));
        assertThat(changed)
                .containsEntry("identifier", identifier)
                .containsEntry("email", "keep@example.org")
                .containsEntry("notes", "n")
                .containsEntry("phone", "+4962213217750");
    }

    @Test
    void passwords_are_shown_and_logged_nowhere() {
        Map<String, Object> customer = create("{\"email\": \"pw@example.org\", \"password\": \"open sesame\"}");
        assertThat(customer).doesNotContainKey("password");
        assertThat(node.log().toString()).doesNotContain("open sesame");
        assertThat(node.get(JdbcClient.class)
                        .sql("SELECT count(*) FROM ops.resource WHERE document::text LIKE '%open sesame%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_anonymized_customer_is_forgotten_by_document_and_log() {
        String identifier = create("{\"email\": \"gone@example.org\", \"notes\": \"was here\"}")
                .get("identifier")
                .toString();
        Map<String, Object> left = node.write(
                "bigevents",
                entered -> json(node.get(CustomerEndpoint.class)
                        .anonymize(Asked.with(entered, "bigevents", "{}"), identifier)));
        assertThat(left)
                .containsEntry("identifier", identifier)
                .containsEntry("email", null)
                .containsEntry("notes", null)
                .containsEntry("is_active", false);
        assertThat(node.log().toString()).doesNotContain("gone@example.org");
        assertThat(node.get(DocumentCheck.class).differences()).isEmpty();
    }

    private static CrudEndpoint.Changed endpoint() {
        return node.get(CustomerEndpoint.class);
    }

    private static Map<String, Object> create(String json) {
        return node.write(
                "bigevents",
                entered -> json(node.get(CustomerEndpoint.class).create(Asked.with(entered, "bigevents", json), PATH)));
    }

    private static Map<String, Object> list(String query) {
        return node.read(
                "bigevents",
                entered -> json(node.get(CustomerEndpoint.class).list(Asked.get(entered, "bigevents", query), PATH)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(Answer answer) {
        return (Map<String, Object>) ((Content.Json) answer.content()).value();
    }
}
