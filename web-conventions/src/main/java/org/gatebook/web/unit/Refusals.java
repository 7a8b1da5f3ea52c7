package org.gatebook.web.unit;

import org.gatebook.web.answer.Answer;
import org.gatebook.web.route.Resolution;

/** What the request unit itself says no to. All of it may work a little later, and says when. */
final class Refusals {

    private static final String RETRY_AFTER = "Retry-After";

    private Refusals() {}

    /** No turn within the time, or no database. */
    static Answer overloaded() {
        return Answer.detail(503, "The server is too busy to process your request. Please try again.")
                .with(RETRY_AFTER, "1");
    }

    /** The first request with this key is still at work (behaviour notes, orders 3). */
    static Answer busyKey(Resolution resolution) {
        return Answer.detail(conflict(resolution), "Concurrent request with idempotency key.")
                .with(RETRY_AFTER, "5");
    }

    /** Every try collided with somebody else's (behaviour notes, orders 1.8). */
    static Answer collided(Resolution resolution) {
        return Answer.detail(conflict(resolution), "The server was too busy to process your request. Please try again.")
                .with(RETRY_AFTER, "5");
    }

    /** Apps at the door abort a whole sync on 409, and merely wait on 503 (device client notes 0.5). */
    private static int conflict(Resolution resolution) {
        boolean door = resolution instanceof Resolution.Found found
                && found.route().requirement().door();
        return door ? 503 : 409;
    }
}
