package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.gatebook.query.mail.ComposedMail;
import org.gatebook.query.mail.MailDelivery;
import org.gatebook.query.mail.MailServer;
import org.gatebook.query.mail.MailServer.Cause;
import org.gatebook.query.mail.MailServer.Undelivered;
import org.gatebook.server.RunningServer;
import org.gatebook.server.mail.SmtpServer;
import org.gatebook.server.settings.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Who is written to about orders, through a real mail server (behaviour notes, orders 7.12 and 14).
 *
 * <p>Long: all cases share one server and one SMTP server.
 */
class MailTest {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    static Path data;

    private static RunningServer server;
    private static Api api;
    private static int events;

    private String event;
    private long item;

    @BeforeAll
    static void start() throws Exception {
        MAIL.start();
        Path provisioning = data.resolve("provision.json");
        Files.writeString(provisioning, Node.PROVISIONING);
        ServerSettings settings = ServerSettings.read(
                Map.of(
                        "GATEBOOK_PORT",
                        "0",
                        "GATEBOOK_DATA",
                        data.resolve("data").toString(),
                        "GATEBOOK_PROVISION",
                        provisioning.toString(),
                        "GATEBOOK_LOG",
                        "plain"),
                Map.of());
        server = RunningServer.start(settings, LogLevel.ERROR);
        api = new Api(URI.create(server.baseUrl()).getPort());
    }

    @AfterAll
    static void stop() {
        server.close();
        MAIL.stop();
    }

    @BeforeEach
    void an_event() throws Exception {
        BoxOffice office = BoxOffice.open(api, "mail" + ++events, null);
        event = office.path();
        item = office.item();
        server.part(JdbcTemplate.class).update("delete from ops.mail");
        MAIL.purgeEmailFromAllMailboxes();
    }

    @Test
    void a_buyer_is_told_that_the_order_was_placed_and_paid_in_his_language() throws Exception {
        JsonNode order = placed("\"send_email\": true, \"status\": \"p\", \"payment_provider\": \"manual\","
                + "\"locale\": \"de-informal\"");
        deliver();

        List<MimeMessage> mails = received();
        assertThat(mails)
                .extracting(MimeMessage::getSubject)
                .containsExactly(
                        "Bestellung für Concert: " + code(order),
                        "Bezahlt: Bestellung " + code(order) + " für Concert");
        MimeMessage first = mails.getFirst();
        assertThat(first.getAllRecipients()).extracting(Object::toString).containsExactly("ada@example.org");
        assertThat(first.getFrom()).extracting(Object::toString).containsExactly("Concert <gatebook@localhost>");
        assertThat(first.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(plain(first))
                .contains(
                        "46,00",
                        server.baseUrl() + "/" + Node.ORGANIZER + "/mail" + events + "/order/" + code(order) + "/"
                                + order.get("secret").asString() + "/")
                .doesNotContain("{");
        assertThat(html(first)).contains("<a href=\"" + server.baseUrl());
    }

    @Test
    void nobody_is_told_of_an_order_unless_it_is_asked_for() throws Exception {
        placed("\"send_email\": false");
        settings("{\"mail_sales_channel_placed_paid\": [\"bar\"]}");
        JsonNode bar = placed("\"send_email\": null");
        assertThat(outbox()).isEmpty();
        post(bar, "mark_paid", "{}");
        post(bar, "mark_pending", "{}");
        post(bar, "mark_paid", "{\"send_email\": false}");
        assertThat(outbox()).isEmpty();
        settings("{\"mail_sales_channel_placed_paid\": null}");
        placed("\"send_email\": null");
        assertThat(outbox()).extracting(mail -> mail.get("mail").asString()).containsExactly("order_placed");
    }

    @Test
    void attendees_are_told_where_the_event_tells_them_and_not_twice_and_not_where_the_order_is() throws Exception {
        settings("{\"mail_send_order_placed_attendee\": true}");
        JsonNode order = placedFor("bob@example.org", "ada@example.org", "\"send_email\": true");
        deliver();

        List<MimeMessage> mails = received();
        assertThat(mails)
                .extracting(mail -> mail.getAllRecipients()[0].toString())
                .containsExactly("ada@example.org", "bob@example.org");
        assertThat(plain(mails.get(1))).doesNotContain(order.get("secret").asString(), code(order));
    }

    @Test
    void the_events_own_words_are_filled_in_once_and_begin_no_other_header() throws Exception {
        settings("""
            {"mail_subject_order_placed": {"en": "Hi {code}\\r\\nBcc: eve@example.org"}, "mail_prefix": "fest",
             "mail_text_order_placed": {"en": "{event}: {total_with_currency}, {unheard_of}"},
             "mail_text_signature": {"en": "Yours, {event_slug}"}, "contact_mail": "crew@example.org",
             "mail_from_name": "The crew"}\
            """);
        api.patch(event, "{\"name\": {\"en\": \"Night <of> {code}\"}}");
        JsonNode order = placed("\"send_email\": true");
        deliver();

        MimeMessage mail = received().getFirst();
        assertThat(received()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("[fest] Hi " + code(order) + " Bcc: eve@example.org");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getReplyTo()).extracting(Object::toString).containsExactly("crew@example.org");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("The crew <gatebook@localhost>");
        assertThat(plain(mail))
                .isEqualToNormalizingNewlines("Night <of> {code}: €46.00, {unheard_of}\n\nYours, mail" + events + "\n");
        assertThat(html(mail)).contains("Night &lt;of&gt; {code}");
    }

    @Test
    void every_turn_of_an_order_is_told_unless_the_client_says_no() throws Exception {
        JsonNode order = placed("\"send_email\": false");
        post(order, "resend_link", "");
        post(order, "payments", "{\"state\": \"confirmed\", \"amount\": \"1.00\", \"provider\": \"manual\"}");
        post(order, "payments", "{\"state\": \"confirmed\", \"amount\": \"45.00\", \"provider\": \"manual\"}");
        post(order, "payments", "{\"state\": \"confirmed\", \"amount\": \"1.00\", \"provider\": \"manual\"}");
        long first = order.get("positions").get(0).get("id").asLong();
        post(order, "change", "{\"send_email\": true, \"split_positions\": [{\"position\": " + first + "}]}");
        post(order, "mark_canceled", "{\"comment\": \"Rain, sorry\"}");
        JsonNode asked = placed("\"require_approval\": true, \"send_email\": true");
        post(asked, "approve", "{}");
        JsonNode denied = placed("\"require_approval\": true");
        post(denied, "deny", "{\"comment\": \"Too many\"}");
        JsonNode silent = placed("\"require_approval\": true");
        post(silent, "deny", "{\"send_email\": false}");

        assertThat(outbox().reversed())
                .extracting(mail -> mail.get("mail").asString())
                .containsExactly(
                        "resend_link",
                        "order_paid",
                        "order_changed",
                        "order_changed",
                        "order_canceled",
                        "order_placed_require_approval",
                        "order_approved",
                        "order_denied");
        assertThat(outbox().get(3).get("text").asString()).contains("Rain, sorry");
        assertThat(outbox().getFirst().get("text").asString()).contains("Too many");
    }

    @Test
    void what_is_refused_tells_nobody() throws Exception {
        JsonNode order = placed("\"send_email\": false");
        post(order, "mark_canceled", "{\"send_email\": false}");
        assertThat(post(order, "mark_canceled", "{}").status()).isEqualTo(400);
        assertThat(post(order, "mark_paid", "{}").status()).isEqualTo(400);
        assertThat(outbox()).isEmpty();
    }

    @Test
    void nodes_that_send_at_the_same_time_send_nothing_twice() throws Exception {
        for (int order = 0; order < 20; order++) {
            placed("\"send_email\": true");
        }
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> work = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(node -> MailTest::deliver)
                    .toList();
            int sent = 0;
            for (Future<Integer> done : nodes.invokeAll(work)) {
                sent += done.get();
            }
            assertThat(sent).isEqualTo(20);
        }
        assertThat(received()).extracting(MimeMessage::getMessageID).hasSize(20).doesNotHaveDuplicates();
        assertThat(outbox()).extracting(mail -> mail.get("state").asString()).containsOnly("sent");
    }

    @Test
    void a_node_that_was_too_slow_does_not_undo_what_another_has_done() throws Exception {
        placed("\"send_email\": true");
        assertThat(deliver(mail -> {
                    later();
                    assertThat(deliver()).isEqualTo(1);
                    throw new Undelivered(Cause.FOR_GOOD, "it was refused with 550");
                }))
                .isZero();
        JsonNode sent = outbox().getFirst();
        assertThat(sent.get("state").asString()).isEqualTo("sent");
        assertThat(sent.get("fault").isNull()).isTrue();
    }

    @Test
    void a_server_that_cannot_be_reached_is_left_alone_and_the_mail_keeps_its_number() throws Exception {
        placed("\"send_email\": true");
        placed("\"send_email\": true");
        List<String> numbers = new ArrayList<>();
        assertThat(deliver(mail -> {
                    numbers.add(mail.id());
                    throw new Undelivered(Cause.SERVER, "no connection");
                }))
                .isZero();
        assertThat(numbers).hasSize(1);
        JsonNode waiting = outbox().getLast();
        assertThat(waiting.get("state").asString()).isEqualTo("waiting");
        assertThat(waiting.get("tries").asInt()).isEqualTo(1);
        assertThat(waiting.get("fault").asString()).isEqualTo("no connection");

        later();
        assertThat(deliver()).isEqualTo(2);
        assertThat(received()).extracting(MimeMessage::getMessageID).contains("<" + numbers.getFirst() + "@localhost>");
    }

    @Test
    void a_mail_that_is_never_taken_is_given_up_and_can_be_sent_again() throws Exception {
        placed("\"send_email\": true");
        int tries = 0;
        while (outbox().getFirst().get("state").asString().equals("waiting")) {
            deliver(mail -> {
                throw new Undelivered(Cause.FOR_NOW, "it was refused with 451");
            });
            later();
            tries++;
        }
        JsonNode failed = outbox().getFirst();
        assertThat(failed.get("state").asString()).isEqualTo("failed");
        assertThat(failed.get("fault").asString()).isEqualTo("it was refused with 451");
        assertThat(tries).isEqualTo(10);

        String retry = event + "outbox/" + failed.get("id").asLong() + "/retry/";
        assertThat(api.post(retry, "").body().get("state").asString()).isEqualTo("waiting");
        assertThat(api.post(retry, "").status()).isEqualTo(400);
        assertThat(deliver()).isEqualTo(1);
    }

    @Test
    void an_erased_buyer_is_in_no_mail() throws Exception {
        JsonNode order = placed("\"send_email\": true");
        Long number = server.part(JdbcTemplate.class).queryForObject("select order_id from ops.mail", Long.class);
        server.part(SubjectKeys.class).erase(SubjectId.of("order", number));
        assertThat(deliver()).isZero();
        JsonNode mail = outbox().getFirst();
        assertThat(mail.get("state").asString()).isEqualTo("dropped");
        assertThat(mail.get("to").isNull()).isTrue();
        assertThat(mail.get("text").isNull()).isTrue();
        assertThat(mail.get("order").asString()).isEqualTo(code(order));
    }

    private JsonNode placed(String more) throws Exception {
        return placedFor(null, null, more);
    }

    private JsonNode placedFor(String first, String second, String more) throws Exception {
        Api.Answer answer = api.post(event + "orders/", """
            {"email": "ada@example.org", "sales_channel": "web", %s,
             "positions": [{"item": %d, "attendee_email": %s}, {"item": %d, "attendee_email": %s}]}\
            """.formatted(more, item, quoted(first), item, quoted(second)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body();
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static String code(JsonNode order) {
        return order.get("code").asString();
    }

    private Api.Answer post(JsonNode order, String action, String body) throws Exception {
        return api.post(event + "orders/" + code(order) + "/" + action + "/", body);
    }

    private void settings(String json) throws Exception {
        Api.Answer answer = api.patch(event + "settings/", json);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private List<JsonNode> outbox() throws Exception {
        return api.all(event + "outbox/");
    }

    /** As if all pauses were over. */
    private static void later() {
        server.part(JdbcTemplate.class).update("update ops.mail set due = clock_timestamp() where state = 'waiting'");
    }

    private static int deliver() {
        String url = "smtp://127.0.0.1:" + MAIL.getSmtp().getPort();
        ServerSettings.Mail mail =
                ServerSettings.read(Map.of("GATEBOOK_SMTP_URL", url), Map.of()).mail();
        return server.part(MailDelivery.class).deliver(new SmtpServer(mail.server(), mail.from()), () -> true);
    }

    /** What a server does with a mail. */
    private interface Taking {
        void take(ComposedMail mail) throws Undelivered;
    }

    private static int deliver(Taking taking) {
        MailServer odd = () -> new MailServer.Connection() {
            @Override
            public void send(ComposedMail mail) throws Undelivered {
                taking.take(mail);
            }

            @Override
            public void close() {}
        };
        return server.part(MailDelivery.class).deliver(odd, () -> true);
    }

    private static List<MimeMessage> received() {
        return Arrays.asList(MAIL.getReceivedMessages());
    }

    private static String plain(MimeMessage mail) throws Exception {
        return part(mail, 0);
    }

    private static String html(MimeMessage mail) throws Exception {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        return ((MimeMultipart) mail.getContent())
                .getBodyPart(index)
                .getContent()
                .toString();
    }
}
