package org.gatebook.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.web.config.HttpSettings;
import org.gatebook.web.node.Client;
import org.gatebook.web.node.Client.Reply;
import org.gatebook.web.node.Node;
import org.gatebook.web.rules.DeclaredRoutes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderOfChecksTest {

    private static final String COUNTERS = "/api/v1/organizers/acme/counters/";
    private static final String SCAN = "/api/v1/organizers/acme/events/fair/scan/";
    private static final String AUTH = "Authorization";
    private static final String NOT_PROVIDED = "Authentication credentials were not provided.";
    private static final String FORBIDDEN = "You do not have permission to perform this action.";
    private static final String PROFILE = "Request denied by device security profile.";

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static Node node;
    private static Client client;

    @BeforeAll
    static void start() {
        node = Node.start(POSTGRES.application(), HttpSettings.defaults());
        client = node.client();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static void refused(Reply reply, int status, String detail) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.detail()).isEqualTo(detail);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void an_address_that_does_not_exist_comes_before_credentials() {
        refused(client.get("/api/v1/nonsense/"), 404, "Not found.");
        refused(client.get("/api/v2/"), 404, "Not found.");
        refused(client.post(COUNTERS + "1/nonsense/", "{}"), 404, "Not found.");
    }

    @Test
    void without_usable_credentials_everything_is_a_401_with_a_challenge() {
        refused(client.get(COUNTERS), 401, NOT_PROVIDED);
        assertThat(client.get(COUNTERS).header("WWW-Authenticate")).isEqualTo("Token");
        refused(client.send("PUT", COUNTERS, "nonsense"), 401, NOT_PROVIDED);
        refused(client.get(COUNTERS, AUTH, "Token wrong"), 401, "Invalid token.");
        refused(client.get(COUNTERS, AUTH, "Token"), 401, "Invalid token header. No credentials provided.");
        refused(client.get(COUNTERS, AUTH, "Device full"), 401, "Invalid token.");
        refused(client.get(COUNTERS, AUTH, "Device revoked"), 401, "Device access has been revoked.");
        refused(client.get("/api/v1/organizers/nobody/counters/"), 401, NOT_PROVIDED);
    }

    @Test
    void a_device_endpoint_knows_devices_only() {
        refused(client.get("/api/v1/device/info", AUTH, "Token full"), 401, NOT_PROVIDED);
        assertThat(client.get("/api/v1/device/info").header("WWW-Authenticate")).isEqualTo("Device");
        assertThat(client.get("/api/v1/device/info", AUTH, "device till")
                        .json()
                        .path("api_token")
                        .asString())
                .isEqualTo("till");
    }

    @Test
    void the_profile_of_a_device_comes_before_permission_and_method() {
        refused(client.get(COUNTERS, AUTH, "Device till"), 403, PROFILE);
        refused(client.send("PUT", SCAN, "{}", AUTH, "Device till"), 403, PROFILE);
        refused(client.get("/api/v1/organizers/other/counters/", AUTH, "Device till"), 403, PROFILE);
        refused(client.send("OPTIONS", COUNTERS, null, AUTH, "Device till"), 403, PROFILE);
        assertThat(client.get("/api/v1/version", AUTH, "Device till").status()).isEqualTo(200);
    }

    @Test
    void unknown_and_foreign_organizers_and_events_are_forbidden_not_missing() {
        refused(client.get("/api/v1/organizers/nobody/counters/", AUTH, "Token full"), 403, FORBIDDEN);
        refused(client.get("/api/v1/organizers/nobody/events/fair/scan/", AUTH, "Token full"), 403, FORBIDDEN);
        refused(client.get("/api/v1/organizers/acme/events/nothing/scan/", AUTH, "Token full"), 403, FORBIDDEN);
        refused(client.get(SCAN, AUTH, "Token gala"), 403, FORBIDDEN);
        assertThat(client.get("/api/v1/organizers/acme/events/gala/scan/", AUTH, "Token gala")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void any_one_of_the_declared_permissions_is_enough_and_a_missing_one_comes_before_the_method() {
        assertThat(client.get(COUNTERS, AUTH, "Token view").status()).isEqualTo(200);
        refused(client.post(COUNTERS, "nonsense", AUTH, "Token view"), 403, FORBIDDEN);
        refused(client.send("PUT", COUNTERS, "{}", AUTH, "Token view"), 403, FORBIDDEN);
    }

    @Test
    void a_method_that_is_not_offered_is_a_405_that_says_what_is() {
        Reply put = client.send("PUT", COUNTERS, "nonsense", AUTH, "Token full");
        refused(put, 405, "Method \"PUT\" not allowed.");
        assertThat(put.header("Allow")).isEqualTo("GET, POST, HEAD, OPTIONS");
        refused(client.post(COUNTERS + "1/", "{}", AUTH, "Token full"), 405, "Method \"POST\" not allowed.");
        refused(client.get(COUNTERS + "1/raise/", AUTH, "Token full"), 405, "Method \"GET\" not allowed.");
    }

    @Test
    void a_handler_may_look_before_it_says_405_in_its_own_words() {
        refused(client.send("DELETE", COUNTERS + "999/", null, AUTH, "Token full"), 404, "Not found.");
        long id = client.post(COUNTERS, "{}", AUTH, "Token full")
                .json()
                .path("id")
                .asLong();
        refused(
                client.send("DELETE", COUNTERS + id + "/", null, AUTH, "Token full"),
                405,
                "Method \"Counters cannot be deleted.\" not allowed.");
    }

    @Test
    void an_object_comes_before_its_body_and_an_id_that_is_no_number_is_missing() {
        refused(
                client.send("PATCH", COUNTERS + "999/", "x", AUTH, "Token full", "Content-Type", "text/plain"),
                404,
                "Not found.");
        refused(client.get(COUNTERS + "abc/", AUTH, "Token full"), 404, "Not found.");
    }

    @Test
    void a_client_that_takes_no_json_is_a_406_before_its_credentials() {
        refused(client.get(COUNTERS, "Accept", "text/html"), 406, "Could not satisfy the request Accept header.");
    }

    @Test
    void options_and_head_need_what_a_read_needs() {
        refused(client.send("OPTIONS", COUNTERS, null), 401, NOT_PROVIDED);
        Reply options = client.send("OPTIONS", COUNTERS, null, AUTH, "Token full");
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.header("Allow")).isEqualTo("GET, POST, HEAD, OPTIONS");
        Reply head = client.send("HEAD", COUNTERS, null, AUTH, "Token full");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
    }

    @Test
    void a_browser_session_is_asked_for_where_there_are_none() {
        refused(client.get("/api/v1/me", AUTH, "Token full"), 403, NOT_PROVIDED);
    }

    @Test
    void every_route_declares_what_it_takes() {
        assertThat(DeclaredRoutes.of(node.context()))
                .contains(
                        "/api/v1/version GET CREDENTIAL [] []",
                        "/api/v1/organizers/{organizer}/events/{event}/scan/ POST EVENT [CAN_VIEW_ORDERS] [CAN_CHANGE_ORDERS]")
                .hasSizeGreaterThan(10);
    }
}
