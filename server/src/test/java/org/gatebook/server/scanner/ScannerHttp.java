package org.gatebook.server.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP as scanner apps take it (device client notes, 0 and 2), over a network that loses and delays. */
final class ScannerHttp {

    static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<String> bases;
    private final SplittableRandom random;
    private final List<CompletableFuture<?>> late = new ArrayList<>();
    private String token = "";
    private int faultsInHundred;

    /** An answer that reaches the app. */
    record Reply(int status, String text, HttpResponse<?> response) {

        JsonNode json() {
            return JSON.readTree(text);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** The answer did not come: nobody knows whether the request did. */
    static final class TimedOut extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The server asks for patience (500 and above). */
    static final class Later extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The app gives the whole synchronization up, and does the same the next time: no answer of this server may have such a
     * status.
     */
    static final class Aborted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Aborted(String message) {
            super(message);
        }
    }

    /** @param ports of the nodes behind the balancer that the app talks to */
    ScannerHttp(List<Integer> ports, long seed) {
        this.bases = ports.stream().map(port -> "http://127.0.0.1:" + port).toList();
        this.random = new SplittableRandom(seed);
    }

    void authorize(String apiToken) {
        token = apiToken;
    }

    /** From now on so many requests of a hundred are lost, or their answers are, or come after the next try. */
    void lose(int inHundred) {
        faultsInHundred = inHundred;
    }

    Reply get(String path, String... headers) throws TimedOut, Later {
        return send(request(path, headers).GET());
    }

    Reply post(String path, String json, String... headers) throws TimedOut, Later {
        return send(request(path, headers)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** A path, or what a {@code next} says, which is fetched as it stands. */
    private HttpRequest.Builder request(String path, String... headers) {
        String address = path.startsWith("http") ? path : bases.get(random.nextInt(bases.size())) + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (!token.isEmpty()) {
            request.header("Authorization", "Device " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Reply send(HttpRequest.Builder request) throws TimedOut, Later {
        HttpRequest asked = request.build();
        if (random.nextInt(100) < faultsInHundred) {
            switch (random.nextInt(3)) {
                case 0 -> {}
                case 1 -> answer(asked);
                default -> late.add(CLIENT.sendAsync(asked, HttpResponse.BodyHandlers.discarding()));
            }
            throw new TimedOut();
        }
        return understood(asked, answer(asked));
    }

    private static HttpResponse<String> answer(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("the server is gone", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reply understood(HttpRequest asked, HttpResponse<String> answer) throws Later {
        int status = answer.statusCode();
        if (status >= 500) {
            assertThat(status).as("%s: %s", asked, answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            throw new Later();
        }
        if (status == 403 || status >= 405) {
            throw new Aborted(asked + " was answered " + status + " " + answer.body());
        }
        return new Reply(status, answer.body(), answer);
    }

    /** Waits for requests that were sent again before they were answered. */
    void settle() {
        late.forEach(CompletableFuture::join);
        late.clear();
    }

    /**
     * All pages of a list.
     *
     * @param kept parameters that each {@code next} has to repeat, because the app looks for them there
     */
    List<Reply> pages(String path, List<String> kept, String... headers) throws TimedOut, Later {
        List<Reply> pages = new ArrayList<>();
        String next = path;
        while (next != null) {
            Reply page = get(next, headers);
            if (page.status() == 304) {
                assertThat(pages).isEmpty();
                return pages;
            }
            assertThat(page.status()).as(next + page.text()).isEqualTo(200);
            JsonNode body = page.json();
            assertThat(body.get("count").isInt()).isTrue();
            assertThat(body.get("results").isArray()).isTrue();
            assertThat(body.has("next")).isTrue();
            pages.add(page);
            next = body.get("next").isNull() ? null : body.get("next").asString();
            if (next != null) {
                assertThat(URI.create(next).isAbsolute()).isTrue();
                assertThat(kept).allMatch(next::contains);
            }
        }
        return pages;
    }
}
