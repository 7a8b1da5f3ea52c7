package org.gatebook.server.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gatebook.server.system.Api;
import org.gatebook.server.system.BoxOffice;
import org.gatebook.server.system.Node;
import org.gatebook.server.system.WholeLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Who can be erased besides the buyer of one order, what goes with each and what stays (ADR 0041), with the API and on the
 * command line. In the end the log verifies, and a replay makes what is live.
 *
 * <p>Long: all cases share one node, because starting it and replaying its log take longer than they do.
 */
@Tag("torture")
class ErasedSubjectsTest {

    @TempDir
    static Path data;

    private static Node node;
    private static Api api;
    private static BoxOffice office;
    private static long question;

    @BeforeAll
    static void open() throws Exception {
        node = Node.start(data);
        api = node.api();
        office = BoxOffice.open(api, "erased", null);
        question = api.created(office.path() + "questions/", """
            {"question": {"en": "Nickname"}, "identifier": "NICK", "type": "S", "required": false, "items": [%d]}\
            """.formatted(office.item()));
    }

    @AfterAll
    static void the_log_verifies_and_a_replay_makes_what_is_live() throws Exception {
        node.close();
        WholeLog.check(data);
    }

    @Test
    void a_customer_is_nobody_in_particular_afterwards_and_what_was_bought_stays() throws Exception {
        List<String> personal = List.of(
                "Cassiopeia",
                "Vandermolen",
                "cassiopeia@erase-me.example",
                "+493066601234",
                "Customernote-xyzzy",
                "CRM-xyzzy");
        Api.Answer made = api.post("customers/", """
            {"email": "cassiopeia@erase-me.example", "phone": "+493066601234", "notes": "Customernote-xyzzy",
             "external_identifier": "CRM-xyzzy",
             "name_parts": {"given_name": "Cassiopeia", "family_name": "Vandermolen"}}\
            """, "customer-key");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String customer = made.body().get("identifier").asString();
        Api.Answer changed = api.patch("customers/" + customer + "/", "{\"locale\": \"de\"}");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        String order = sold("""
            {"email": "somebody.else@stays.example", "locale": "en", "sales_channel": "web", "status": "p",
             "payment_provider": "manual", "customer": "%s", "positions": [{"item": %d}]}\
            """.formatted(customer, office.item())).get("code").asString();
        assertThat(PlainText.in(data, personal))
                .as("the test itself finds what is there")
                .isNotEmpty();

        Api.Answer erased = erase("{\"kind\": \"customer\", \"customer\": \"%s\"}".formatted(customer));
        assertThat(erased.status()).as(erased.toString()).isEqualTo(201);
        assertThat(erased.body().get("certificate").asString())
                .contains("customer:")
                .contains(customer);
        assertThat(PlainText.leftIn(data, personal)).isEmpty();
        JsonNode shown = api.get("customers/" + customer + "/").body();
        assertThat(shown.get("email").isNull()).isTrue();
        assertThat(shown.get("is_active").asBoolean()).isFalse();
        assertThat(api.post("customers/", "{}", "customer-key").status()).isEqualTo(410);
        assertThat(PlainText.in("history", api.get("history/").body().toString(), personal))
                .isEmpty();
        JsonNode bought = api.get(orderPath(order)).body();
        assertThat(bought.get("customer").asString()).isEqualTo(customer);
        assertThat(bought.get("email").asString()).isEqualTo("somebody.else@stays.example");
        assertNothingLeft("{\"kind\": \"customer\", \"customer\": \"%s\"}".formatted(customer));
    }

    @Test
    void who_comes_with_one_position_goes_and_buyer_and_other_guests_stay() throws Exception {
        JsonNode order = sold(order("Persephone", "Ottokar", "Ludmilla"));
        String code = order.get("code").asString();
        long first = order.get("positions").get(0).get("id").asLong();
        List<String> gone = List.of(
                "Ottokar",
                "ottokar@erase-me.example",
                "Answer-ottokar",
                order.get("positions").get(0).get("secret").asString());
        List<String> stay = List.of("Ludmilla", "Answer-ludmilla", "persephone@erase-me.example");
        String wish = "{\"kind\": \"position\", \"event\": \"%s\", \"position\": %d%s}";
        Api.Answer alive = erase(wish.formatted(office.event(), first, ""));
        assertThat(alive.status()).isEqualTo(400);
        Api.Answer erased = erase(wish.formatted(office.event(), first, ", \"force\": true"));
        assertThat(erased.status()).as(erased.toString()).isEqualTo(201);
        assertThat(erased.body().get("keys").toString()).isEqualTo("[\"position:%d\"]".formatted(first));
        assertThat(PlainText.leftIn(data, gone)).isEmpty();
        String shown = api.get(orderPath(code)).body().toString();
        assertThat(PlainText.in("the order", shown, gone)).isEmpty();
        assertThat(PlainText.in("the order", shown, stay)).hasSameSizeAs(stay);
        assertThat(PlainText.in(
                        "history", api.get(orderPath(code) + "history/").body().toString(), gone))
                .isEmpty();
        assertNothingLeft(wish.formatted(office.event(), first, ", \"force\": true"));
    }

    @Test
    void an_erased_order_leaves_the_one_that_was_split_off_as_it_is_until_that_is_erased_too() throws Exception {
        Split split = split("Melchior", "Balthazar", "Gwendolyn");
        List<String> buyer = List.of("melchior@erase-me.example");
        List<String> stays = List.of("Balthazar", "Answer-balthazar");
        List<String> leaves = List.of("Gwendolyn", "Answer-gwendolyn");

        String before = api.get(orderPath(split.off())).body().toString();
        assertThat(PlainText.in("the one split off", before, leaves)).hasSameSizeAs(leaves);
        assertThat(erase(wish(split.code())).status()).isEqualTo(201);
        assertThat(PlainText.leftIn(data, stays)).isEmpty();
        assertThat(api.get(orderPath(split.off())).body().toString()).isEqualTo(before);
        assertThat(PlainText.in(
                        "the order", api.get(orderPath(split.code())).body().toString(), buyer))
                .isEmpty();

        assertThat(erase(wish(split.off())).status()).isEqualTo(201);
        assertThat(PlainText.leftIn(data, buyer)).isEmpty();
        assertThat(PlainText.leftIn(data, leaves)).isEmpty();
    }

    @Test
    void an_erased_order_that_was_split_off_takes_its_guests_out_of_the_one_it_came_from() throws Exception {
        Split split = split("Nepomuk", "Sieglinde", "Hildegund");
        List<String> leaves = List.of("Hildegund", "Answer-hildegund");
        List<String> stays = List.of("Sieglinde", "Answer-sieglinde", "nepomuk@erase-me.example");
        assertThat(erase(wish(split.off())).status()).isEqualTo(201);
        assertThat(PlainText.leftIn(data, leaves)).isEmpty();
        String first = api.get(orderPath(split.code())).body().toString();
        assertThat(PlainText.in("the order", first, stays)).hasSameSizeAs(stays);
        for (String code : List.of(split.code(), split.off())) {
            assertThat(PlainText.in(
                            "history",
                            api.get(orderPath(code) + "history/").body().toString(),
                            leaves))
                    .isEmpty();
        }
    }

    @Test
    void the_cart_of_which_an_order_was_made_goes_with_it() throws Exception {
        List<String> personal = List.of("Thusnelda", "thusnelda@erase-me.example", "Answer-thusnelda");
        Api.Answer filled =
                api.post(office.path() + "cartpositions/", """
                    {"item": %d, "price": "23.00", "attendee_name_parts": {"given_name": "Thusnelda"},
                     "attendee_email": "thusnelda@erase-me.example",
                     "answers": [{"question": %d, "answer": "Answer-thusnelda", "options": []}]}\
                    """.formatted(office.item(), question), "cart-key");
        assertThat(filled.status()).as(filled.toString()).isEqualTo(201);
        assertThat(PlainText.in(data, personal))
                .as("the test itself finds what is there")
                .isNotEmpty();
        long position = filled.body().get("id").asLong();
        String code = sold("""
            {"locale": "en", "sales_channel": "web", "status": "p", "payment_provider": "manual",
             "consume_carts": ["%s"], "positions": [{"item": %d}]}\
            """.formatted(filled.body().get("cart_id").asString(), office.item()))
                .get("code")
                .asString();
        Api.Answer erased = erase(wish(code));
        assertThat(erased.status()).as(erased.toString()).isEqualTo(201);
        assertThat(erased.body().get("keys").toString()).contains("cart_position:" + position);
        assertThat(PlainText.leftIn(data, personal)).isEmpty();
        assertThat(api.post(office.path() + "cartpositions/", "{}", "cart-key").status())
                .isEqualTo(410);
        assertThat(PlainText.in(
                        "history", api.get(office.path() + "history/").body().toString(), personal))
                .isEmpty();
    }

    @Test
    void a_test_order_that_was_deleted_is_still_named_by_its_code() throws Exception {
        Api.Answer made = api.post(
                office.path() + "orders/",
                order("Kunigunde", "Eberhardine", "Walpurga").replace("\"locale\"", "\"testmode\": true, \"locale\""));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String code = made.body().get("code").asString();
        assertThat(api.delete(orderPath(code)).status()).isEqualTo(204);
        assertThat(api.get(orderPath(code)).status()).isEqualTo(404);
        Api.Answer erased =
                erase("{\"kind\": \"order\", \"event\": \"%s\", \"order\": \"%s\"}".formatted(office.event(), code));
        assertThat(erased.status()).as(erased.toString()).isEqualTo(201);
        assertThat(PlainText.leftIn(data, List.of("kunigunde@erase-me.example", "Eberhardine", "Walpurga")))
                .isEmpty();
    }

    @Test
    void the_command_line_erases_beside_a_server_and_prints_the_certificate() throws Exception {
        String code =
                sold(order("Ferdinande", "Adalbert", "Irmgardis")).get("code").asString();
        String[] command = {"admin", "erase", Node.ORGANIZER, "--event", office.event(), "--order", code};
        assertThat(commandLine(1, command)).contains("force");
        String printed = commandLine(0, with(command, "--force", "--reference", "GDPR-8/2026"));
        assertThat(printed).contains("Certificate of erasure", code, "GDPR-8/2026");
        assertThat(PlainText.leftIn(data, List.of("ferdinande@erase-me.example", "Adalbert", "Irmgardis")))
                .isEmpty();
        assertThat(PlainText.in(
                        "the order", api.get(orderPath(code)).body().toString(), List.of("Adalbert", "Irmgardis")))
                .isEmpty();

        Path certificate = data.resolve("certificate");
        Files.writeString(certificate, printed.substring(printed.indexOf("Certificate of erasure")));
        commandLine(0, "admin", "certificate", certificate.toString());
        assertThat(commandLine(1, with(command, "--force"))).contains("was erased before");
        assertThat(commandLine(1, "admin", "erase", Node.ORGANIZER, "--event", office.event(), "--order", "NOBODY"))
                .isNotBlank();
        assertThat(commandLine(1, "admin", "erase", Node.ORGANIZER, "--order", code))
                .contains("--event");
    }

    @Test
    void the_command_line_erases_customers_and_positions() throws Exception {
        Api.Answer made = api.post("customers/", "{\"email\": \"philomena@erase-me.example\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String customer = made.body().get("identifier").asString();
        assertThat(commandLine(0, "admin", "erase", Node.ORGANIZER, "--customer", customer))
                .contains("Certificate of erasure");
        JsonNode position =
                sold(order("Lioba", "Apollonia", "Notburga")).get("positions").get(0);
        assertThat(commandLine(
                        0,
                        "admin",
                        "erase",
                        Node.ORGANIZER,
                        "--event",
                        office.event(),
                        "--position",
                        position.get("id").asString(),
                        "--force"))
                .contains("Certificate of erasure");
        assertThat(PlainText.leftIn(data, List.of("philomena@erase-me.example", "Apollonia")))
                .isEmpty();
        assertThat(PlainText.in(data, List.of("Notburga"))).isNotEmpty();
    }

    private record Split(String code, String off) {}

    private static Split split(String buyer, String stays, String leaves) throws Exception {
        JsonNode order = sold(order(buyer, stays, leaves));
        String code = order.get("code").asString();
        Api.Answer changed = api.post(
                orderPath(code) + "change/",
                "{\"split_positions\": [{\"position\": %d}]}"
                        .formatted(order.get("positions").get(1).get("id").asLong()));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        String off = api.all(office.path() + "orders/").stream()
                .filter(other -> !other.get("code").asString().equals(code))
                .filter(other -> other.get("positions").toString().contains(leaves))
                .findFirst()
                .orElseThrow()
                .get("code")
                .asString();
        return new Split(code, off);
    }

    /** Two tickets of guests who answer a question, by somebody else. */
    private static String order(String buyer, String first, String second) {
        return """
            {"email": "%1$s@erase-me.example", "locale": "en", "sales_channel": "web", "status": "p",
             "payment_provider": "manual", "positions": [%2$s, %3$s]}\
            """.formatted(buyer.toLowerCase(Locale.ROOT), guest(first), guest(second));
    }

    private static String guest(String name) {
        return """
            {"item": %1$d, "attendee_name_parts": {"given_name": "%2$s"}, "attendee_email": "%3$s@erase-me.example",
             "answers": [{"question": %4$d, "answer": "Answer-%3$s", "options": []}]}\
            """.formatted(office.item(), name, name.toLowerCase(Locale.ROOT), question);
    }

    private static JsonNode sold(String body) throws Exception {
        Api.Answer order = api.post(office.path() + "orders/", body);
        assertThat(order.status()).as(order.toString()).isEqualTo(201);
        return order.body();
    }

    private static String orderPath(String code) {
        return office.path() + "orders/" + code + "/";
    }

    private static String wish(String order) {
        return "{\"kind\": \"order\", \"event\": \"%s\", \"order\": \"%s\", \"force\": true}"
                .formatted(office.event(), order);
    }

    private static Api.Answer erase(String body) throws Exception {
        return api.post("erasures/", body);
    }

    private static void assertNothingLeft(String wish) throws Exception {
        Api.Answer again = erase(wish);
        assertThat(again.status()).as(again.toString()).isEqualTo(400);
        assertThat(again.body().toString()).contains("was erased before");
    }

    /** What a command prints. */
    private static String commandLine(int status, String... command) throws Exception {
        int before = Node.log(data, "command.log").length();
        int ended = Node.run(data, command);
        String printed = Node.log(data, "command.log").substring(before);
        assertThat(ended).as(printed).isEqualTo(status);
        return printed;
    }

    private static String[] with(String[] command, String... more) {
        return Stream.of(command, more).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
