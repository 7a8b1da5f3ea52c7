package org.gatebook.server.system;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A REST client of a node. */
public final class Api {

    private static final String KEY = "X-Idempotency-Key";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;
    private final String base;

    /** An answer: status, body and the moment of the page, if it has one. */
    public record Answer(int status, JsonNode body, String pageGenerated) {}

    public Api(int port) {
        this.port = port;
        this.base = "http://127.0.0.1:" + port + "/api/v1/organizers/" + Node.ORGANIZER + "/";
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** The page that another one names as the next; it is asked for as it is written there. */
    Answer next(JsonNode page) throws IOException, InterruptedException {
        String url = page.get("next").asString();
        if (!url.startsWith(base)) {
            throw new AssertionError("the next page is elsewhere: " + url);
        }
        return get(url.substring(base.length()));
    }

    public Answer post(String path, String json) throws IOException, InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** The same under an idempotency key. */
    public Answer post(String path, String json, String key) throws IOException, InterruptedException {
        return send(request(path).header(KEY, key).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /**
     * Sends a request and hangs up, without a look at what comes back.
     *
     * @param key null for none
     * @param share of the request that is sent; 1 for all of it
     * @param patience how long the connection is held after that
     */
    public void postAndHangUp(String path, String json, @Nullable String key, double share, Duration patience)
            throws IOException, InterruptedException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + URI.create(base + path).getPath() + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nAuthorization: Token " + Node.TOKEN + "\r\nContent-Type: application/json\r\n"
                + (key == null ? "" : KEY + ": " + key + "\r\n") + "Content-Length: " + body.length + "\r\n\r\n";
        ByteBuffer request = ByteBuffer.allocate(head.length() + body.length)
                .put(head.getBytes(StandardCharsets.US_ASCII))
                .put(body);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.array(), 0, (int) (request.position() * share));
            Thread.sleep(patience);
            // Not taking leave, as a phone in a tunnel: what the server writes is answered by a reset.
            socket.setSoLinger(true, 0);
        }
    }

    public Answer patch(String path, String json) throws IOException, InterruptedException {
        return send(request(path).method("PATCH", HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    /** Makes a resource; answers its id, or 0 where it has none. */
    public long created(String path, String json) throws IOException, InterruptedException {
        Answer answer = post(path, json);
        if (answer.status() != 201) {
            throw new AssertionError("nothing was made at " + path + ": " + answer);
        }
        return answer.body().path("id").asLong(0);
    }

    /** All entries of a list. */
    public List<JsonNode> all(String path) throws IOException, InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 1; ; page++) {
            Answer answer = get(path + "?page=" + page);
            if (answer.status() != 200) {
                throw new AssertionError("no page " + page + " of " + path + ": " + answer);
            }
            answer.body().get("results").forEach(all::add);
            if (answer.body().get("next").isNull()) {
                return all;
            }
        }
    }

    /** Issues a gift card; answers its id. */
    long issue(String code, String value) throws IOException, InterruptedException {
        return created("giftcards/", """
            {"secret": "%s", "value": "%s", "currency": "EUR"}\
            """.formatted(code, value));
    }

    /** Takes a cent from a card under this text. */
    Answer debit(long card, String text) throws IOException, InterruptedException {
        return post("giftcards/" + card + "/transact/", """
            {"value": "-0.01", "text": "%s"}\
            """.formatted(text));
    }

    /** Puts credit on a card or takes it. */
    Answer transact(long card, String value) throws IOException, InterruptedException {
        return post("giftcards/" + card + "/transact/", "{\"value\": \"" + value + "\"}");
    }

    /** The texts of all transactions of a card. */
    List<String> texts(long card) throws IOException, InterruptedException {
        return all("giftcards/" + card + "/transactions/").stream()
                .map(transaction -> transaction.get("text").asString())
                .toList();
    }

    /** What is left on a card. */
    String value(long card) throws IOException, InterruptedException {
        return get("giftcards/" + card + "/").body().get("value").asString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Token " + Node.TOKEN)
                .header("Content-Type", "application/json");
    }

    private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body()),
                answer.headers().firstValue("X-Page-Generated").orElse(""));
    }
}
