package org.gatebook.benchmarks.workload;

import java.io.IOException;
import org.gatebook.benchmarks.load.KeepAliveClient;
import org.gatebook.benchmarks.load.KeepAliveClient.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API for who prepares a workload: one connection, answers as JSON. */
public final class Api implements AutoCloseable {

    /** The organizer of all benchmarks. */
    public static final String ORGANIZER = "bench";

    /** Where its API begins. */
    public static final String ROOT = "/api/v1/organizers/" + ORGANIZER;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final KeepAliveClient client;

    public Api(KeepAliveClient client) {
        this.client = client;
    }

    /** Creates something; the path begins below the organizer. */
    public JsonNode create(String path, String json) throws IOException {
        return send(Request.post(ROOT + path, json, 201));
    }

    /** Sends it; the answer as JSON. */
    public JsonNode send(Request request) throws IOException {
        return JSON.readTree(client.send(request).body());
    }

    /** Changes something. */
    public JsonNode patch(String path, String json) throws IOException {
        return send(new Request("PATCH", ROOT + path, json, 200));
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
