package org.gatebook.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A REST client of one organizer. The demo sells through the API itself, so that nothing in it could not have been done by
 * a shop; what is there already is left alone, so that a demo that was interrupted is completed by the next start.
 */
final class DemoShop {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client;
    private final String organizer;
    private final String token;

    /**
     * @param baseUrl of the server, without a slash at the end
     * @param organizer its slug
     * @param token of a team that may do everything
     */
    DemoShop(HttpClient client, String baseUrl, String organizer, String token) {
        this.client = client;
        this.organizer = baseUrl + "/api/v1/organizers/" + organizer + "/";
        this.token = token;
    }

    /** An answer. */
    private record Reply(int status, JsonNode body) {}

    /** What is at this path; empty when there is nothing. */
    Optional<JsonNode> find(String path) {
        Reply reply = send("GET", path, null);
        return switch (reply.status()) {
            case 200 -> Optional.of(reply.body());
            // An unknown event is forbidden, an unknown order is not there.
            case 403, 404 -> Optional.empty();
            default -> throw unexpected("GET", path, reply);
        };
    }

    /** The resource of this name in the list at this path, made if it is missing. */
    JsonNode ensureNamed(String path, Map<String, ?> body) {
        JsonNode name = JSON.valueToTree(body.get("name"));
        for (JsonNode found : find(path).orElseThrow().get("results")) {
            if (found.get("name").equals(name)) {
                return found;
            }
        }
        return post(path, body);
    }

    /** Makes something. */
    JsonNode post(String path, Map<String, ?> body) {
        Reply reply = send("POST", path, body);
        if (reply.status() != 201 && reply.status() != 200) {
            throw unexpected("POST", path, reply);
        }
        return reply.body();
    }

    /** Makes something that an earlier start may have made. */
    void postUnlessRefused(String path, Map<String, ?> body) {
        Reply reply = send("POST", path, body);
        if (reply.status() != 201 && reply.status() != 200 && reply.status() != 400) {
            throw unexpected("POST", path, reply);
        }
    }

    /** Changes something. */
    void patch(String path, Map<String, ?> body) {
        Reply reply = send("PATCH", path, body);
        if (reply.status() != 200) {
            throw unexpected("PATCH", path, reply);
        }
    }

    private Reply send(String method, String path, @Nullable Map<String, ?> body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(organizer + path))
                .header("Authorization", "Token " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demo was interrupted", e);
        }
    }

    private static IllegalStateException unexpected(String method, String path, Reply reply) {
        return new IllegalStateException(
                "the demo was refused: " + method + " " + path + " answered " + reply.status() + " " + reply.body());
    }
}
