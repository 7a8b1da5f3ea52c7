package org.gatebook.command.medium.resource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON that clients leave with us, as the plain values that events hold. */
public final class ClientJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ClientJson() {}

    /**
     * The value as maps, lists, strings, numbers and booleans, and exactly as it will be when it is read from the log: a
     * number that changed its form on that way would make a rebuilt row differ from the live one.
     */
    public static Object plain(JsonNode value) {
        return JSON.readValue(JSON.writeValueAsString(value), Object.class);
    }
}
