package org.gatebook.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.giftcard.GiftCardRefusals;
import org.gatebook.api.medium.MediumRefusals;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.backup.StoredTables;
import org.gatebook.eventstore.backup.StoredTables.StoredTable;
import org.gatebook.eventstore.registry.EventCodec;
import org.gatebook.eventstore.test.GeneratedPage;
import org.gatebook.eventstore.verify.Verification;
import org.gatebook.query.history.sentence.Sentences;
import org.gatebook.server.database.Database;
import org.gatebook.server.demo.DemoFestival;
import org.gatebook.server.demo.DemoRequests;
import org.gatebook.server.demo.DemoSeason;
import org.gatebook.server.endpoints.EndpointTable;
import org.gatebook.server.history.AuditorQuestions;
import org.gatebook.server.openapi.DescribedRequest;
import org.gatebook.server.past.ComparedPast;
import org.gatebook.server.settings.ServerSettings;
import org.gatebook.server.system.Node;
import org.gatebook.web.route.ApiRoute;
import org.gatebook.web.rules.DeclaredRoutes;
import org.gatebook.web.unit.Routing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can only be said of the whole, with every module in its place.
 *
 * <p>Long: all cases share one server, whose start takes longer than they do.
 */
class WholeServerTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        ServerSettings settings = ServerSettings.read(
                Map.of(
                        "GATEBOOK_PORT",
                        "0",
                        "GATEBOOK_DATA",
                        data.toString(),
                        "GATEBOOK_LOG",
                        "plain",
                        "GATEBOOK_DATABASE_BINARIES",
                        Path.of("target/postgresql").toAbsolutePath().toString()),
                Map.of());
        server = RunningServer.start(settings, LogLevel.WARN);
        loadDemo();
    }

    private static void loadDemo() {
        server.part(DemoFestival.class).load();
        DemoSeason.rehearsed(Instant.now()).load(CLIENT, server.baseUrl());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_unit_that_only_reads_cannot_write() {
        JdbcTemplate jdbc = server.part(JdbcTemplate.class);
        assertThatThrownBy(() -> server.part(TransactionalUnit.class)
                        .read(Opening.plain(), entered -> jdbc.update("delete from ops.idempotency")))
                .hasStackTraceContaining("read-only transaction");
    }

    @Test
    void every_table_is_backed_up_or_a_module_says_why_it_is_not() {
        List<String> decided = server.context().getBeansOfType(StoredTables.class).values().stream()
                .flatMap(tables -> tables.tables().stream())
                .map(StoredTable::name)
                .toList();
        assertThat(new JdbcTemplate(server.part(Database.class).owner().dataSource())
                        .queryForList(
                                "select schemaname || '.' || tablename from pg_tables where schemaname in ('events',"
                                        + " 'ops')",
                                String.class))
                .containsExactlyInAnyOrderElementsOf(decided);
    }

    @Test
    void every_route_declares_who_may_use_it() {
        assertThat(DeclaredRoutes.of(server.context()))
                .contains("/api/v1/organizers/{organizer}/giftcards/ GET ORGANIZER [CAN_MANAGE_GIFT_CARDS]"
                        + " [CAN_MANAGE_GIFT_CARDS]")
                .anyMatch(route -> route.startsWith("/api/v1/device/info GET DEVICE"))
                .hasSameSizeAs(routes().stream()
                        .flatMap(route -> route.methods().stream())
                        .toList());
    }

    @Test
    void the_readme_leads_from_every_endpoint_to_its_slice() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String begin = "<!-- endpoints: made from the code -->\n";
        String end = "<!-- end of endpoints -->";
        assertThat(readme).contains(begin, end);
        GeneratedPage.assertUpToDate(
                "README.md",
                readme.substring(0, readme.indexOf(begin) + begin.length())
                        + new EndpointTable(ROOT).of(routes())
                        + readme.substring(readme.indexOf(end)));
    }

    @Test
    void the_description_of_the_api_covers_every_route() throws Exception {
        JsonNode paths = json("/openapi.json").get("paths");
        TreeSet<String> described = new TreeSet<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        TreeSet<String> offered = new TreeSet<>();
        routes().forEach(route -> route.methods()
                .forEach(method -> offered.add(method + " " + route.pattern().replaceAll(":[^}]+}", "}"))));
        assertThat(described).containsAll(offered);
        JsonNode transact = paths.at("/~1api~1v1~1organizers~1{organizer}~1giftcards~1{card}~1transact~1/post");
        assertThat(transact.get("description").asString()).contains("can_manage_gift_cards");
        assertThat(transact.get("security").isEmpty()).isFalse();
    }

    @Test
    void every_handler_says_what_its_body_or_its_list_is() {
        for (ApiRoute route : routes()) {
            for (String method : route.methods()) {
                HandlerMethod handler = Objects.requireNonNull(route.handler(method));
                DescribedRequest request = new DescribedRequest(handler, server.context());
                if (Set.of("POST", "PUT", "PATCH").contains(method)) {
                    assertThat(request.saysBody())
                            .as("%s %s lacks @Reads", method, route.pattern())
                            .isTrue();
                }
                if (handler.getMethod().getName().equals("list")) {
                    assertThat(request.saysList())
                            .as("%s %s lacks @Lists", method, route.pattern())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void the_description_of_the_api_has_bodies_and_parameters() throws Exception {
        JsonNode paths = json("/openapi.json").get("paths");
        JsonNode cards = paths.at("/~1api~1v1~1organizers~1{organizer}~1giftcards~1");
        JsonNode issued = cards.at("/post/requestBody/content/application~1json/schema");
        assertThat(issued.at("/properties/value/type").asString()).isEqualTo("string");
        assertThat(issued.at("/properties/expires/type").toString()).contains("null");
        assertThat(issued.get("required").toString()).contains("value");
        assertThat(cards.at("/get/parameters").toString()).contains("\"testmode\"", "\"page\"", "\"organizer\"");
        JsonNode gates = paths.at("/~1api~1v1~1organizers~1{organizer}~1gates~1");
        assertThat(gates.at("/post/requestBody/content/application~1json/schema/properties/name/maxLength")
                        .asInt())
                .isPositive();
    }

    /** Every parameter, field and answer, the sentence of every refusal included. */
    @Test
    void the_description_of_gift_cards_and_media_leaves_nothing_unsaid() throws Exception {
        String cards = said("giftcards/", "giftcardacceptances/");
        String media = said("reusablemedia/");
        assertThat(cards).contains("\"include_accepted\"", "\"owner_ticket\"", "\"X-Idempotency-Key\"");
        assertThat(media).contains("\"linked_giftcard.owner_ticket\"", "\"X-Page-Generated\"");
        assertThat(refusals(GiftCardRefusals.class))
                .allSatisfy(text -> assertThat(cards).contains(text));
        assertThat(refusals(MediumRefusals.class))
                .allSatisfy(text -> assertThat(media).contains(text));
    }

    /** The description of what lies at these paths below an organizer. */
    private static String said(String... places) throws Exception {
        StringBuilder all = new StringBuilder();
        for (Map.Entry<String, JsonNode> path :
                json("/openapi.json").get("paths").properties()) {
            if (Arrays.stream(places).anyMatch(place -> path.getKey().contains("{organizer}/" + place))) {
                for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                    assertSaid(method.getKey() + " " + path.getKey(), method.getValue());
                    all.append(method.getValue());
                }
            }
        }
        return all.toString();
    }

    private static void assertSaid(String operation, JsonNode described) {
        for (JsonNode parameter : described.get("parameters")) {
            assertThat(parameter.path("description").asString(""))
                    .as("%s: %s", operation, parameter.get("name"))
                    .isNotBlank();
        }
        for (Map.Entry<String, JsonNode> field : described
                .at("/requestBody/content/application~1json/schema/properties")
                .properties()) {
            assertThat(field.getValue().path("description").asString(""))
                    .as("%s: %s", operation, field.getKey())
                    .isNotBlank();
        }
        for (Map.Entry<String, JsonNode> answer : described.get("responses").properties()) {
            assertThat(answer.getValue().path("description").asString(""))
                    .as("%s: %s", operation, answer.getKey())
                    .isNotBlank();
        }
        assertThat(described.get("responses").propertyNames())
                .as(operation)
                .contains("401", "403", "503")
                .containsAll(operation.startsWith("get") ? List.of() : List.of("409"));
    }

    private static List<String> refusals(Class<?> named) throws IllegalAccessException {
        List<String> texts = new ArrayList<>();
        for (Field constant : named.getFields()) {
            Refusal refusal = (Refusal) constant.get(null);
            if (refusal.kind() != Refusal.Kind.NOT_FOUND) {
                texts.add(refusal.text());
            }
        }
        return texts;
    }

    @Test
    void health_shows_the_database_its_roles_and_the_horizon() throws Exception {
        JsonNode health = json("/actuator/health");
        assertThat(health.get("status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/db/status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/roles/details/eventsAreAppendOnly").asBoolean())
                .isTrue();
        assertThat(health.at("/components/events/details/horizonAgeSeconds").isNumber())
                .isTrue();
        assertThat(health.at("/components/events/details/readSchema").asString())
                .startsWith("read_");
    }

    @Test
    void metrics_know_routes_but_no_paths() throws Exception {
        new DemoRequests(server.baseUrl()).send(CLIENT);
        String metrics = get("/actuator/prometheus");
        assertThat(metrics)
                .contains("gatebook_horizon_age_seconds")
                .contains("gatebook_streaming_lag_positions")
                .contains("hikaricp_connections_active")
                .contains("uri=\"/api/v1/organizers/{organizer}/events/{event}/orders/\"")
                .doesNotContain("riverside")
                .doesNotContain(DemoFestival.TOKEN);
    }

    @Test
    void every_event_has_a_sentence_and_auditors_are_told_why_and_what_changed() throws Exception {
        assertThat(server.part(EventCodec.class).registry().all())
                .allMatch(event -> Sentences.tells(event.type()), "has a sentence");
        AuditorQuestions auditor = new AuditorQuestions(CLIENT, server.baseUrl());
        auditor.askWhy();
        auditor.askWhyOfThen();
        auditor.askWhatChanged();
    }

    @Test
    void at_some_positions_of_a_short_life_the_past_answers_what_the_present_did() throws Exception {
        Path organizer = Files.writeString(data.resolve("life.json"), Node.PROVISIONING);
        server.part(Provisioning.class).apply(organizer);
        try (Connection database = server.part(DataSource.class).getConnection()) {
            ComparedPast.live(URI.create(server.baseUrl()).getPort(), database, 8, 3);
        }
    }

    @Test
    void a_second_load_of_the_demo_changes_nothing() {
        long events = events();
        loadDemo();
        assertThat(events()).isEqualTo(events);
    }

    private static long events() {
        return server.part(Verification.class).run().events();
    }

    private static Collection<ApiRoute> routes() {
        return server.part(Routing.class).routes().routes();
    }

    private static JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path));
    }

    private static String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.baseUrl() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
