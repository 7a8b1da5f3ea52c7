package org.gatebook.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.gatebook.server.demo.DemoFestival;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an auditor asks a server that has the demo's festival. Reads only. */
public final class AuditorQuestions {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ORDER = "events/nights/orders/N0001/";

    private final HttpClient client;
    private final String shop;

    public AuditorQuestions(HttpClient client, String baseUrl) {
        this.client = client;
        this.shop = baseUrl + "/api/v1/organizers/riverside/";
    }

    /** Why each kind of thing is as it is. */
    public void askWhy() throws IOException, InterruptedException {
        Map<String, String> answers = Map.of(
                ORDER,
                "The order is paid, because payment 1",
                ticket(),
                "The ticket is valid, because its order is paid.",
                first("giftcards/"),
                "The card is worth",
                first("reusablemedia/"),
                "The medium may be used.");
        for (Map.Entry<String, String> resource : answers.entrySet()) {
            JsonNode why = get(resource.getKey() + "why/", 200);
            assertThat(why.toString()).contains(resource.getValue());
            for (JsonNode reason : why.path("reasons")) {
                assertThat(reason.path("steps").valueStream()).allSatisfy(AuditorQuestions::assertStep);
            }
        }
        for (String unknown : List.of(
                "events/nights/orders/NOBODY/why/",
                "events/nights/orderpositions/1/why/",
                "giftcards/1/why/",
                "reusablemedia/1/why/")) {
            get(unknown, 404);
        }
    }

    /** Why each kind of thing was as it was after its first event. */
    public void askWhyOfThen() throws IOException, InterruptedException {
        for (String resource : List.of(ORDER, ticket(), first("giftcards/"), first("reusablemedia/"))) {
            String stream = get(resource + "why/", 200).path("resource").asString();
            JsonNode events = get(resource + "diff/?from=0&page_size=100", 200).at("/events/results");
            long first = events.valueStream()
                    .filter(event -> event.path("aggregate").asString().equals(stream))
                    .mapToLong(event -> event.path("position").asLong())
                    .min()
                    .orElseThrow();
            JsonNode then = get(resource + "why/?as_of_position=" + first, 200);
            assertThat(then.path("position").asLong()).as(resource).isEqualTo(first);
            for (JsonNode reason : then.path("reasons")) {
                assertThat(reason.path("steps").valueStream())
                        .allSatisfy(step ->
                                assertThat(step.path("position").asLong()).isLessThanOrEqualTo(first));
            }
            get(resource + "why/?as_of_position=" + (first - 1), 404);
            get(resource + "why/?as_of_position=999999999999", 400);
        }
        long placed = get(ORDER + "why/", 200).path("position").asLong();
        assertThat(get(ORDER + "why/?as_of_position=" + placed, 200)).isEqualTo(get(ORDER + "why/", 200));
    }

    /** What each kind of thing was not yet at the beginning, and at the event after which it was. */
    public void askWhatChanged() throws IOException, InterruptedException {
        for (String resource : List.of(ORDER, ticket(), first("giftcards/"), first("reusablemedia/"))) {
            JsonNode whole = get(resource, 200);
            JsonNode diff = get(resource + "diff/?from=0&page_size=1", 200);
            assertThat(diff.path("changes").valueStream())
                    .extracting(change -> change.path("path").asString())
                    .containsExactlyElementsOf(whole.propertyNames().stream()
                            .map(name -> "$." + name)
                            .toList());
            assertThat(diff.path("changes").valueStream())
                    .extracting(change -> change.path("after"))
                    .containsExactlyElementsOf(whole);
            JsonNode newest = diff.at("/events/results/0");
            assertStep(newest);
            long last = newest.path("position").asLong();
            assertThat(get(resource + "diff/?from=" + last, 200).path("changes").isEmpty())
                    .isTrue();
            JsonNode step = get(resource + "diff/?from=" + (last - 1) + "&to=" + last, 200);
            assertThat(step.at("/events/count").asInt()).isEqualTo(1);
            get(resource + "diff/?from=" + last + "&to=" + (last - 1), 400);
        }
        for (String wrong :
                List.of("", "from=yesterday", "from=-1", "from=999999999999", "from=0&to=2999-01-01T00:00:00Z")) {
            get(ORDER + "diff/?" + wrong, 400);
        }
        get("events/nights/orders/NOBODY/diff/?from=0", 404);
        get("giftcards/1/diff/?from=0", 404);
    }

    private static void assertStep(JsonNode step) {
        assertThat(step.path("position").asLong()).isPositive();
        assertThat(step.path("sentence").asString()).endsWith(").");
        assertThat(step.path("request_id").asString()).isNotBlank();
        assertThat(step.path("actor").propertyNames()).containsExactly("kind", "id", "name");
    }

    private String ticket() throws IOException, InterruptedException {
        return "events/nights/orderpositions/"
                + get(ORDER, 200).at("/positions/0/id").asLong() + "/";
    }

    private String first(String list) throws IOException, InterruptedException {
        return list + get(list, 200).at("/results/0/id").asLong() + "/";
    }

    private JsonNode get(String path, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(shop + path))
                        .header("Authorization", "Token " + DemoFestival.TOKEN)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}
