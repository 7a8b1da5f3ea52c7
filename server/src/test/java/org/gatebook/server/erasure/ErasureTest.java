package org.gatebook.server.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.server.system.Api;
import org.gatebook.server.system.BoxOffice;
import org.gatebook.server.system.Node;
import org.gatebook.server.system.WholeLog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * After an erasure nobody is found anywhere, on two nodes with all that the server does with people (ADR 0041).
 *
 * <p>Long: one story, whose parts build on each other.
 */
@Tag("torture")
class ErasureTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** Who buys, as the order and its invoice know her. */
    private static final List<String> RECIPIENT = List.of("Zebulonia", "Quixanthus", "Distinctweg 77", "DE999777555");

    private static final List<String> BUYER = List.of(
            "zebulonia.q@erase-me.example", "+493055501234", "Buyercomment-xyzzy", "Paymentinfo-xyzzy", "203.0.113.77");

    private static final List<String> GUEST = List.of(
            "Wilhelmina",
            "Attendeeson",
            "guest.w@erase-me.example",
            "Answervalue-xyzzy",
            "FILECONTENTXYZZY",
            "xyzzy-pass");

    @TempDir
    private Path data;

    @TempDir
    private Path other;

    private Node node;
    private Node beside;
    private Api api;
    private BoxOffice office;
    private OlderKeys older;

    @Test
    void nothing_is_left_of_who_was_erased_but_the_recipients_of_invoices_until_their_retention_ends()
            throws Exception {
        List<String> secrets = new ArrayList<>();
        String code;
        start(Map.of());
        try (Node second = Node.startBeside(data, other)) {
            beside = second;
            code = anOrderWithEverything(secrets);
            older = OlderKeys.of(data);
            List<String> all = all(secrets);
            assertThat(PlainText.in(data, all))
                    .as("the test itself finds what is there")
                    .hasSizeGreaterThan(20);
            String path = office.path() + "orders/" + code + "/";
            assertThat(beside.api().get(path).body().toString()).contains("Wilhelmina");
            String before = figures(api.get(path).body());

            Api.Answer alive = erase(
                    "{\"kind\": \"order\", \"event\": \"%s\", \"order\": \"%s\"}".formatted(office.event(), code));
            assertThat(alive.status()).isEqualTo(400);
            assertThat(alive.body().toString()).contains("force");

            Api.Answer erased = erase("""
                {"kind": "order", "event": "%s", "order": "%s", "force": true, "reference": "GDPR-1/2026"}\
                """.formatted(office.event(), code));
            assertThat(erased.status()).as(erased.toString()).isEqualTo(201);
            assertThat(erased.body().get("kept")).hasSize(1);
            String certificate = erased.body().get("certificate").asString();
            assertThat(PlainText.in("the certificate", certificate, all)).isEmpty();
            assertThat(api.get("erasures/" + erased.body().get("id").asLong() + "/")
                            .body()
                            .get("certificate")
                            .asString())
                    .isEqualTo(certificate);
            check(certificate);

            List<String> withoutInvoice = new ArrayList<>(BUYER);
            withoutInvoice.addAll(GUEST);
            withoutInvoice.addAll(secrets);
            for (Api reader : List.of(api, beside.api())) {
                Api.Answer order = reader.get(path);
                assertThat(order.status()).isEqualTo(200);
                assertThat(PlainText.in("the order", order.body().toString(), all))
                        .isEmpty();
                assertThat(figures(order.body())).isEqualTo(before);
                // Which shows the invoice, whose recipient is kept.
                assertThat(PlainText.in(
                                "the history",
                                reader.get(path + "history/").body().toString(),
                                withoutInvoice))
                        .isEmpty();
                assertThat(reader.get(office.path() + "orders/?search=Quixanthus")
                                .body()
                                .get("count")
                                .asInt())
                        .isZero();
                assertThat(reader.get(office.path() + "orderpositions/?search=Attendeeson")
                                .body()
                                .get("count")
                                .asInt())
                        .isZero();
                assertThat(PlainText.in(
                                "the mails",
                                reader.get(office.path() + "outbox/").body().toString(),
                                all))
                        .isEmpty();
            }
            assertThat(again("order-key").status()).isEqualTo(410);

            assertThat(PlainText.leftIn(data, withoutInvoice)).isEmpty();
            assertThat(PlainText.in(data, RECIPIENT))
                    .isNotEmpty()
                    .allMatch(found -> found.matches("(read|past)_\\d+\\.invoice: .*"));
            assertThat(erase("{\"kind\": \"order\", \"event\": \"%s\", \"order\": \"%s\", \"force\": true}"
                                    .formatted(office.event(), code))
                            .body()
                            .toString())
                    .contains("the law wants kept until");

            still_open(code);
            assertThat(PlainText.leftIn(data, withoutInvoice)).isEmpty();
        }
        node.close();
        WholeLog.check(data);

        start(Map.of("GATEBOOK_INVOICE_RETENTION_YEARS", "0"));
        try {
            Api.Answer erased = erase("{\"kind\": \"order\", \"event\": \"%s\", \"order\": \"%s\", \"force\": true}"
                    .formatted(office.event(), code));
            assertThat(erased.status()).as(erased.toString()).isEqualTo(201);
            assertThat(erased.body().get("kept")).isEmpty();
            assertThat(PlainText.leftIn(data, all(secrets))).isEmpty();
            JsonNode invoice = api.all(office.path() + "invoices/").getFirst();
            assertThat(invoice.get("invoice_to").asString()).isEmpty();
            assertThat(invoice.get("lines").get(0).get("gross_value").asString())
                    .isEqualTo("23.00");
        } finally {
            node.close();
        }
        assertThat(PlainText.in("the log", Node.log(data, "server.log") + Node.log(other, "server.log"), all(secrets)))
                .isEmpty();
        assertThat(Node.run(data, "verify")).as(Node.log(data, "command.log")).isZero();
        assertThat(Node.run(data, "replay", "--switch"))
                .as(Node.log(data, "command.log"))
                .isZero();
        a_new_backup_holds_nothing_of_them(all(secrets));
        keys_that_come_back_are_destroyed_again();
    }

    private void a_new_backup_holds_nothing_of_them(List<String> all) throws Exception {
        Path backup = other.resolve("backup");
        Path keys = other.resolve("backup-of-keys");
        assertThat(Node.run(data, "admin", "backup", "--to", backup.toString(), "--keys-to", keys.toString()))
                .as(Node.log(data, "command.log"))
                .isZero();
        assertThat(PlainText.inBackup(backup, List.of(office.event())))
                .as("the test itself finds what is there")
                .isNotEmpty();
        assertThat(PlainText.inBackup(backup, all)).isEmpty();
        assertThat(PlainText.inBackup(keys, all)).isEmpty();
    }

    private void keys_that_come_back_are_destroyed_again() throws Exception {
        start(Map.of());
        assertThat(older.restore(data)).isPositive();
        node.close();
        assertThat(Node.run(data, "verify")).as("keys are back").isEqualTo(1);
        start(Map.of());
        node.close();
        assertThat(Node.log(data, "server.log")).contains("an older key store was restored. It is erased again.");
        assertThat(Node.run(data, "verify")).as(Node.log(data, "command.log")).isZero();
    }

    /** What clients do with an order goes on working, and what they send of people who were erased is dropped. */
    private void still_open(String code) throws Exception {
        String path = office.path() + "orders/" + code + "/";
        for (String list :
                List.of("orders/", "orderpositions/", "invoices/", "checkinlists/" + office.list() + "/positions/")) {
            assertThat(api.get(office.path() + list).status()).as(list).isEqualTo(200);
        }
        JsonNode order = api.get(path).body();
        long position = order.get("positions").get(0).get("id").asLong();
        assertThat(api.get(office.path() + "orderpositions/" + position + "/").status())
                .isEqualTo(200);
        assertThat(api.patch(path, "{\"email\": \"zebulonia.q@erase-me.example\"}")
                        .status())
                .isEqualTo(200);
        assertThat(api.get(path).body().get("email").isNull()).isTrue();
        assertThat(api.post(path + "create_invoice/", "{}").status()).isEqualTo(400);
        Api.Answer refund = api.post(path + "refunds/", """
            {"state": "created", "source": "admin", "amount": "23.00", "payment": 1, "provider": "manual",
             "comment": "Buyercomment-xyzzy"}\
            """);
        assertThat(refund.status()).as(refund.toString()).isEqualTo(201);
        assertThat(api.post(path + "mark_canceled/", "{\"send_email\": true}").status())
                .isEqualTo(200);
    }

    private void start(Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("GATEBOOK_TRUSTED_PROXIES", "127.0.0.1");
        environment.put("GATEBOOK_ACCESS_LOG", "true");
        node = Node.start(data, environment);
        api = node.api();
    }

    private List<String> all(List<String> secrets) {
        List<String> all = new ArrayList<>(RECIPIENT);
        all.addAll(BUYER);
        all.addAll(GUEST);
        all.addAll(secrets);
        return all;
    }

    /** Sells, pays, invoices, mails, prints, blocks, scans, and lets a projection stumble. */
    private String anOrderWithEverything(List<String> secrets) throws Exception {
        office = BoxOffice.open(api, "erased", null);
        String path = office.path();
        assertThat(api.patch(path + "settings/", "{\"invoice_generate\": \"admin\", \"ticket_download\": true}")
                        .status())
                .isEqualTo(200);
        Api.Answer plugins = api.patch(path, """
            {"plugins": ["pretix.plugins.manualpayment", "pretix.plugins.ticketoutputpdf"]}\
            """);
        assertThat(plugins.status()).as(plugins.toString()).isEqualTo(200);
        long question = api.created(path + "questions/", question("Nickname", "S"));
        long upload = api.created(path + "questions/", question("Passport", "F"));
        String file = upload("FILECONTENTXYZZY").get("id").asString();
        JsonNode order = JSON.readTree(send(path + "orders/", """
            {"email": "zebulonia.q@erase-me.example", "phone": "+493055501234", "locale": "en", "sales_channel": "web",
             "status": "p", "payment_provider": "manual", "payment_info": {"reference": "Paymentinfo-xyzzy"},
             "comment": "Buyercomment-xyzzy", "send_email": true,
             "invoice_address": {"is_business": true, "company": "Quixanthus Ltd",
               "name_parts": {"given_name": "Zebulonia", "family_name": "Quixanthus"}, "street": "Distinctweg 77",
               "zipcode": "10115", "city": "Berlin", "country": "DE", "vat_id": "DE999777555"},
             "positions": [
               {"item": %1$d, "attendee_email": "guest.w@erase-me.example",
                "attendee_name_parts": {"given_name": "Wilhelmina", "family_name": "Attendeeson"},
                "answers": [{"question": %2$d, "answer": "Answervalue-xyzzy", "options": []},
                            {"question": %3$d, "answer": "%4$s", "options": []}]},
               {"item": %1$d}]}\
            """.formatted(office.item(), question, upload, file)));
        String code = order.get("code").asString();
        JsonNode first = order.get("positions").get(0);
        long position = first.get("id").asLong();
        secrets.add(order.get("secret").asString());
        secrets.add(first.get("secret").asString());
        Api.Answer invoice = api.post(path + "orders/" + code + "/create_invoice/", "{}");
        assertThat(invoice.status()).as(invoice.toString()).isEqualTo(201);
        assertThat(office.scan(api, first.get("secret").asString(), "one").status())
                .isEqualTo(201);
        assertThat(office.scan(api, first.get("secret").asString(), "two").status())
                .isEqualTo(400);
        assertThat(bytes(path + "orderpositions/" + position + "/download/pdf/"))
                .isEqualTo(200);
        assertThat(bytes(path + "invoices/" + invoice.body().get("number").asString() + "/download/"))
                .isEqualTo(200);
        assertThat(api.post(path + "orderpositions/" + position + "/add_block/", "{\"name\": \"admin\"}")
                        .status())
                .isEqualTo(200);
        assertThat(api.post(path + "orders/" + code + "/resend_link/", "{}").status())
                .isEqualTo(204);
        try (Connection connection = Node.connect(data);
                PreparedStatement letter = connection.prepareStatement("""
                    insert into ops.dead_letter (processor, position, aggregate_id, cause, tries)
                    select 'test', position, aggregate_id, 'cannot write to guest.w@erase-me.example', 1
                      from events.event where aggregate_id = ? and sequence = 0
                    """)) {
            letter.setString(1, "position:" + position);
            assertThat(letter.executeUpdate()).isEqualTo(1);
        }
        return code;
    }

    private String question(String text, String type) {
        return """
            {"question": {"en": "%1$s"}, "identifier": "Q-%2$s", "type": "%2$s", "required": false, "items": [%3$d]}\
            """.formatted(text, type, office.item());
    }

    /** What of an order is about money and numbers. */
    private static String figures(JsonNode order) {
        return order.get("total") + " " + order.get("status") + " "
                + order.get("payments").get(0).get("amount") + " "
                + order.get("positions").get(0).get("price")
                + order.get("positions").get(0).get("checkins");
    }

    private Api.Answer erase(String body) throws Exception {
        return api.post("erasures/", body);
    }

    private void check(String certificate) throws Exception {
        Path file = data.resolve("certificate");
        Files.writeString(file, certificate);
        assertThat(Node.run(data, "admin", "certificate", file.toString()))
                .as(Node.log(data, "command.log"))
                .isZero();
        Files.writeString(file, certificate.replace("kept: the", "kept: no"));
        assertThat(Node.run(data, "admin", "certificate", file.toString())).isEqualTo(1);
    }

    private JsonNode upload(String content) throws Exception {
        HttpResponse<String> answer = client(HttpRequest.newBuilder(URI.create(root() + "/api/v1/upload"))
                .header("Content-Type", "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"xyzzy-pass.pdf\"")
                .POST(HttpRequest.BodyPublishers.ofString("%PDF-1.4 " + content)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private String send(String path, String body) throws Exception {
        HttpResponse<String> answer = client(post(path, body, "order-key"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body();
    }

    private Api.Answer again(String key) throws Exception {
        return api.post(office.path() + "orders/", "{}", key);
    }

    private HttpRequest.Builder post(String path, String body, String key) {
        return HttpRequest.newBuilder(URI.create(root() + "/api/v1/organizers/" + Node.ORGANIZER + "/" + path))
                .header("Content-Type", "application/json")
                .header("X-Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private int bytes(String path) throws Exception {
        for (int attempt = 0; ; attempt++) {
            int status = client(HttpRequest.newBuilder(
                            URI.create(root() + "/api/v1/organizers/" + Node.ORGANIZER + "/" + path)))
                    .statusCode();
            if (status != 409 || attempt == 50) {
                return status;
            }
            Thread.onSpinWait();
        }
    }

    private HttpResponse<String> client(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        request.header("Authorization", "Token " + Node.TOKEN)
                                .header("X-Forwarded-For", "203.0.113.77")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private String root() {
        return "http://127.0.0.1:" + node.port();
    }
}
