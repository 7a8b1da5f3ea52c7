package org.gatebook.server.past;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.gatebook.server.system.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that keeps the bytes of answers. */
final class Client {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String origin;

    /**
     * An answer.
     *
     * @param position of the last event of a write; 0 if it has none
     */
    record Answer(int status, String text, long position) {

        boolean good() {
            return status < 300;
        }

        JsonNode json() {
            return text.isEmpty() ? JSON.missingNode() : JSON.readTree(text);
        }
    }

    Client(int port) {
        this.origin = "http://127.0.0.1:" + port + "/api/v1/organizers/" + Node.ORGANIZER + "/";
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer send(String method, String path, String body) {
        return send(request(path).method(method, BodyPublishers.ofString(body)));
    }

    /** A read that wants to see what was written at a position. */
    Answer getSince(String path, String position) {
        return send(request(path).header("X-Gatebook-Min-Position", position));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path))
                .header("Authorization", "Token " + Node.TOKEN)
                .header("Content-Type", "application/json");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValueAsLong("X-Gatebook-Position").orElse(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
