package org.gatebook.server.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.gatebook.server.scanner.ScannerHttp.Later;
import org.gatebook.server.scanner.ScannerHttp.Reply;
import org.gatebook.server.scanner.ScannerHttp.TimedOut;
import org.gatebook.server.system.Api;
import org.gatebook.server.system.BoxOffice;
import org.gatebook.server.system.Node;
import tools.jackson.databind.JsonNode;

/**
 * The scanner app, as far as a server meets it (device client notes 2): it pairs, downloads, scans online or by its own
 * copy, and uploads what it decided offline until the server has answered for each scan.
 */
final class ScannerApp {

    private static final String SOFTWARE = """
        "hardware_brand": "Sample", "hardware_model": "Scanner 1", "os_name": "Android", "os_version": "14",
        "software_brand": "pretixSCAN Android", "software_version": "%s"\
        """;

    private final ScannerHttp http;
    private final LocalCopy copy;
    private final BoxOffice office;
    private final Duration clockError;
    private final long device;
    private final Deque<QueuedScan> queue = new ArrayDeque<>();
    private final Deque<String> reports = new ArrayDeque<>();
    private final List<QueuedScan> accepted = new ArrayList<>();
    private final List<QueuedScan> unknown = new ArrayList<>();
    private int refusedTickets;
    private int refusedCodes;
    private String installed = "2.3.0";
    private boolean updated;
    private Instant last = Instant.EPOCH;
    private int tries;

    private ScannerApp(ScannerHttp http, BoxOffice office, Duration clockError, long device) {
        this.http = http;
        this.copy = new LocalCopy(http, Node.ORGANIZER, office.event());
        this.office = office;
        this.clockError = clockError;
        this.device = device;
    }

    /**
     * Pairs a new device.
     *
     * @param clockError how much its clock is ahead
     */
    static ScannerApp pair(Api organizer, BoxOffice office, List<Integer> ports, Duration clockError, long seed)
            throws Exception {
        Api.Answer made = organizer.post("devices/", """
            {"name": "Gate %d", "all_events": false, "limit_events": ["%s"], "security_profile": "pretixscan"}\
            """.formatted(seed, office.event()));
        ScannerHttp http = new ScannerHttp(ports, seed);
        Reply paired = http.post("/api/v1/device/initialize", """
            {"token": "%s", %s}\
            """.formatted(
                        made.body().get("initialization_token").asString(), SOFTWARE.formatted("2.3.0")));
        assertThat(paired.status()).as(paired.text()).isEqualTo(200);
        JsonNode keys = paired.json();
        assertThat(keys.propertyNames())
                .contains("api_token", "organizer", "device_id", "unique_serial", "security_profile", "name", "gate");
        http.authorize(keys.get("api_token").asString());
        ScannerApp app =
                new ScannerApp(http, office, clockError, keys.get("device_id").asLong());
        app.chooseEvent();
        return app;
    }

    private void chooseEvent() throws TimedOut, Later {
        String after = URLEncoder.encode(Instant.now().toString(), StandardCharsets.UTF_8);
        String events = "/api/v1/organizers/" + Node.ORGANIZER + "/";
        List<Reply> pages = http.pages(
                events + "events/?ends_after=" + after + "&ordering=date_from", List.of("ends_after", "ordering"));
        http.pages(
                events + "subevents/?ends_after=" + after + "&ordering=date_from&active=true&event__live=true",
                List.of("ends_after"));
        List<String> offered = new ArrayList<>();
        for (Reply page : pages) {
            for (JsonNode event : page.json().get("results")) {
                assertThat(event.propertyNames()).contains("name", "slug", "date_from", "date_to", "live");
                offered.add(event.get("slug").asString());
            }
        }
        assertThat(offered).containsExactly(office.event());
    }

    long device() {
        return device;
    }

    Duration clockError() {
        return clockError;
    }

    LocalCopy copy() {
        return copy;
    }

    ScannerHttp http() {
        return http;
    }

    /** Scans that the server has answered for with ok. */
    List<QueuedScan> accepted() {
        return accepted;
    }

    /** Scans of codes that the server did not know when it was told. */
    List<QueuedScan> unknown() {
        return unknown;
    }

    /** How many known tickets it refused by itself. */
    int refusedTickets() {
        return refusedTickets;
    }

    /** How many codes it refused by itself, because they are no ticket's. */
    int refusedCodes() {
        return refusedCodes;
    }

    int queued() {
        return queue.size() + reports.size();
    }

    /** How many uploads were sent. */
    int tries() {
        return tries;
    }

    /** One cycle: uploads first, then downloads. Whatever is interrupted is taken up by the next one. */
    void synchronize() {
        try {
            announce();
            suggestion();
            upload();
            report();
            copy.download();
        } catch (TimedOut | Later e) {
            // The app pauses, and begins again.
        }
    }

    /** The app stays in the shop's corner: a new version tells the server about itself, once. */
    void install(String version) {
        installed = version;
        updated = false;
    }

    private void announce() throws TimedOut, Later {
        if (!updated) {
            Reply reply = http.post("/api/v1/device/update", "{" + SOFTWARE.formatted(installed) + "}");
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            assertThat(reply.json().propertyNames()).contains("name", "gate");
            updated = true;
        }
    }

    private void suggestion() throws TimedOut, Later {
        Reply reply = http.get("/api/v1/device/eventselection?current_event=" + office.event() + "&current_checkinlist="
                + office.list());
        assertThat(reply.status()).isIn(200, 304, 404);
    }

    /** One by one; the first that is not answered ends the round. */
    private void upload() throws TimedOut, Later {
        while (!queue.isEmpty()) {
            QueuedScan scan = queue.getFirst();
            tries++;
            Reply reply = http.post(
                    list() + "positions/" + URLEncoder.encode(scan.secret(), StandardCharsets.UTF_8) + "/redeem/",
                    scan.body());
            if (reply.status() == 404) {
                assertThat(reply.text()).as("the app would stop its queue here").startsWith("{");
                unknown.add(scan);
            } else {
                assertThat(reply.status()).as(reply.text()).isIn(201, 400);
                assertThat(reply.json().get("status").asString())
                        .as("insisted on %s: %s", scan, reply.text())
                        .isEqualTo("ok");
                accepted.add(scan);
            }
            queue.removeFirst();
        }
    }

    private void report() throws TimedOut, Later {
        while (!reports.isEmpty()) {
            String report = reports.getFirst();
            Reply reply = http.post(
                    list() + "failed_checkins/",
                    report,
                    "X-Idempotency-Key",
                    UUID.nameUUIDFromBytes(report.getBytes(StandardCharsets.UTF_8))
                            .toString());
            assertThat(reply.status()).as(reply.text()).isEqualTo(201);
            reports.removeFirst();
        }
    }

    /**
     * Decides by the local copy. Whatever is let through is queued, anything else is reported.
     *
     * @return whether it came in
     */
    boolean scanOffline(String secret, String type) {
        JsonNode position = copy.position(secret);
        String nonce = UUID.randomUUID().toString();
        if (position == null || (type.equals("entry") && isInside(secret, position))) {
            refusedTickets += position == null ? 0 : 1;
            refusedCodes += position == null ? 1 : 0;
            reports.add("""
                {"datetime": "%s", "raw_barcode": "%s", "type": "%s", "error_reason": "%s", "nonce": "%s",
                 "position": %s, "item": null, "variation": null, "subevent": null}\
                """.formatted(
                            clock(),
                            secret,
                            type,
                            position == null ? "invalid" : "already_redeemed",
                            nonce,
                            position == null ? "null" : position.get("id").toString()));
            return false;
        }
        queue.add(new QueuedScan(secret, position.get("id").asLong(), type, clock(), nonce, false));
        return true;
    }

    /** Asks the server; if no answer comes the scan is taken up offline, under the same nonce. */
    void scanOnline(String secret, long position) {
        QueuedScan scan = new QueuedScan(
                secret, position, "entry", clock(), UUID.randomUUID().toString(), true);
        try {
            Reply reply = http.post(
                    "/api/v1/organizers/" + Node.ORGANIZER + "/checkinrpc/redeem/?expand=answers.question",
                    """
                    {"force": false, "ignore_unpaid": false, "nonce": "%s", "type": "entry", "source_type": "barcode",
                     "answers": {}, "questions_supported": true, "canceled_supported": true, "secret": "%s", "lists": [%d]}\
                    """.formatted(scan.nonce(), secret, office.list()));
            JsonNode body = reply.json();
            if (body.get("status").asString().equals("ok")) {
                assertThat(body.get("position").propertyNames())
                        .contains("item", "checkins", "order__status", "require_attention", "answers", "seat");
                assertThat(body.at("/list/event").asString()).isEqualTo(office.event());
                accepted.add(scan);
            } else {
                assertThat(body.get("reason").asString())
                        .isIn("already_redeemed", "canceled", "blocked", "invalid", "revoked");
            }
        } catch (TimedOut | Later e) {
            queue.add(scan);
        }
    }

    /** By what the server knew and what was decided since. */
    private boolean isInside(String secret, JsonNode position) {
        Instant newest = Instant.MIN;
        boolean inside = false;
        for (JsonNode scan : position.get("checkins")) {
            Instant at = Instant.parse(scan.get("datetime").asString());
            if (scan.get("list").asLong() == office.list() && at.isAfter(newest)) {
                newest = at;
                inside = scan.get("type").asString().equals("entry");
            }
        }
        for (QueuedScan scan : queue) {
            if (scan.secret().equals(secret)) {
                inside = scan.type().equals("entry");
            }
        }
        return inside;
    }

    /** Two scans never happen in the same millisecond. */
    private Instant clock() {
        Instant now = Instant.now().plus(clockError).truncatedTo(ChronoUnit.MILLIS);
        last = now.isAfter(last) ? now : last.plusMillis(1);
        return last;
    }

    private String list() {
        return "/api/v1/organizers/" + Node.ORGANIZER + "/events/" + office.event() + "/checkinlists/" + office.list()
                + "/";
    }
}
