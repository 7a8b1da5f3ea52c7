package org.gatebook.catalogue.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.directory.Credentials;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.catalogue.resource.DocumentCheck;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.test.Asked;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.Files;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.Content;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.CredentialLookup;
import org.gatebook.web.auth.CredentialScheme;
import org.gatebook.web.auth.TokenHash;
import org.gatebook.web.error.Rejected;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pairing and what follows, as the recordings devices/crud, initialize and update-roll-revoke have it. */
class DeviceSessionTest {

    private static final OrganizerSlug BIG = new OrganizerSlug("bigevents");
    private static final String SOFTWARE = """
            "hardware_brand": "Sample", "hardware_model": "Scanner 1", "os_name": "Android", "os_version": "14",
            "software_brand": "Checker", "software_version": "1.0.0"
            """;

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
    void a_new_device_has_exactly_these_keys() {
        Map<String, Object> device = device("Scanner");
        assertThat(device.keySet())
                .containsExactlyInAnyOrder(
                        "device_id",
                        "unique_serial",
                        "initialization_token",
                        "all_events",
                        "limit_events",
                        "revoked",
                        "name",
                        "created",
                        "initialized",
                        "hardware_brand",
                        "hardware_model",
                        "os_name",
                        "os_version",
                        "software_brand",
                        "software_version",
                        "security_profile");
        assertThat(device)
                .containsEntry("all_events", true)
                .containsEntry("limit_events", List.of())
                .containsEntry("revoked", false)
                .containsEntry("initialized", null)
                .containsEntry("security_profile", "full");
        assertThat(device.get("unique_serial").toString()).matches("[A-Z0-9]{16}");
        assertThat(device.get("initialization_token").toString()).matches("[a-z0-9]{16}");
    }

    @Test
    void devices_are_numbered_without_gap_even_when_they_are_made_at_the_same_time() throws Exception {
        long before = ((Number) device("First").get("device_id")).longValue();
        List<Callable<Map<String, Object>>> makers = java.util.Collections.nCopies(8, () -> device("Crowd"));
        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            List<Long> numbers = new java.util.ArrayList<>();
            for (Future<Map<String, Object>> made : crowd.invokeAll(makers)) {
                numbers.add(((Number) made.get().get("device_id")).longValue());
            }
            assertThat(numbers)
                    .containsExactlyInAnyOrder(
                            before + 1,
                            before + 2,
                            before + 3,
                            before + 4,
                            before + 5,
                            before + 6,
                            before + 7,
                            before + 8);
        }
    }

    @Test
    void the_one_time_token_works_once_and_the_api_token_until_it_is_rolled() {
        Map<String, Object> device = device("Door");
        String oneTime = device.get("initialization_token").toString();
        Map<String, Object> paired = initialize(oneTime);
        assertThat(paired.keySet())
                .containsExactly(
                        "organizer", "device_id", "unique_serial", "api_token", "name", "security_profile", "gate");
        String token = paired.get("api_token").toString();
        assertThat(token).matches("[a-z0-9]{64}");
        assertThatThrownBy(() -> initialize(oneTime))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.error().body())
                                .isEqualTo(
                                        Map.of("token", List.of("This initialization token has already been used."))));

        Credential.Device credential = credential(token);
        assertThat(credential.organizer()).isEqualTo(BIG);
        String rolled = session(credential, token, session -> session::roll)
                .get("api_token")
                .toString();
        assertThat(find(token)).isInstanceOf(CredentialLookup.Unknown.class);
        assertThat(session(credential(rolled), rolled, session -> session::revoke))
                .containsEntry("api_token", rolled);
        assertThat(find(rolled)).isEqualTo(new CredentialLookup.Refused("Device access has been revoked."));
    }

    @Test
    void an_unknown_token_and_a_bad_key_are_refused_by_field() {
        assertThatThrownBy(() -> initialize("nobodys"))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.error().body())
                                .isEqualTo(Map.of("token", List.of("Unknown initialization token."))));
        String oneTime = device("Keyless").get("initialization_token").toString();
        assertThatThrownBy(() -> node.write(
                        "bigevents",
                        entered -> node.get(DeviceSession.class)
                                .initialize(Asked.with(
                                        entered,
                                        "bigevents",
                                        "{\"token\": \"" + oneTime + "\", \"rsa_pubkey\": \"not a key\", " + SOFTWARE
                                                + "}"))))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.error().body())
                                .isEqualTo(Map.of("rsa_pubkey", List.of("Not a valid public key."))));
    }

    @Test
    void neither_token_is_in_the_log_or_readable_in_the_document() {
        Map<String, Object> device = device("Secretive");
        String oneTime = device.get("initialization_token").toString();
        String token = initialize(oneTime).get("api_token").toString();
        String log = node.log().toString();
        assertThat(log).doesNotContain(oneTime).doesNotContain(token);
        assertThat(log).doesNotContain(TokenHash.of(token).hex());
        String stored = node.read(
                "bigevents",
                entered -> node.get(Documents.class)
                        .byKey(
                                node.get(DeviceResource.class).type(),
                                Owner.of(BIG),
                                device.get("device_id").toString())
                        .orElseThrow()
                        .toString());
        assertThat(stored).doesNotContain(oneTime).doesNotContain(token);
    }

    @Test
    void a_device_is_the_actor_of_its_own_pairing() {
        Map<String, Object> device = device("Actor");
        initialize(device.get("initialization_token").toString());
        assertThat(node.log().getLast().metadata())
                .satisfies(audit -> assertThat(audit.actorKind()).isEqualTo("device"))
                .satisfies(audit -> assertThat(audit.actorName()).isEqualTo("Actor"));
    }

    @Test
    void documents_and_log_tell_the_same() {
        initialize(device("Checked").get("initialization_token").toString());
        assertThat(node.get(DocumentCheck.class).differences()).isEmpty();
    }

    private static Map<String, Object> device(String name) {
        return node.write(
                "bigevents",
                entered -> json(node.get(DeviceEndpoint.class)
                        .create(
                                Asked.with(
                                        entered,
                                        "bigevents",
                                        "{\"name\": \"" + name + "\", \"all_events\": true, \"limit_events\": []}"),
                                Map.of("organizer", "bigevents"))));
    }

    private static Map<String, Object> initialize(String oneTime) {
        return node.write(
                "bigevents",
                entered -> node.get(DeviceSession.class)
                        .initialize(Asked.with(
                                entered, "bigevents", "{\"token\": \"" + oneTime + "\", " + SOFTWARE + "}")));
    }

    private interface Deed {
        Map<String, Object> of(org.gatebook.web.request.ApiRequest request);
    }

    private static Map<String, Object> session(
            Credential.Device who, String token, java.util.function.Function<DeviceSession, Deed> deed) {
        return node.write(
                "bigevents",
                entered -> deed.apply(node.get(DeviceSession.class))
                        .of(Asked.with(entered, "bigevents", "{}").by(who, token)));
    }

    private static CredentialLookup find(String token) {
        return node.read(
                "bigevents", entered -> node.get(Credentials.class).find(CredentialScheme.DEVICE, TokenHash.of(token)));
    }

    private static Credential.Device credential(String token) {
        return (Credential.Device) ((CredentialLookup.Found) find(token)).credential();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(Answer answer) {
        return (Map<String, Object>) ((Content.Json) answer.content()).value();
    }
}
