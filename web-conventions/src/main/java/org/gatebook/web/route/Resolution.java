package org.gatebook.web.route;

import java.util.Map;

/** What a path leads to. */
public sealed interface Resolution {

    /**
     * A declared route.
     *
     * @param variables decoded, by name
     */
    record Found(ApiRoute route, Map<String, String> variables) implements Resolution {}

    /** Nothing here, but with a final slash there would be: a read is redirected, a body is never lost silently. */
    record LacksSlash() implements Resolution {}

    /** Nothing. */
    record Nothing() implements Resolution {}
}
