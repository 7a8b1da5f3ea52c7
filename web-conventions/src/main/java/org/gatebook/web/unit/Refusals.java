package org.gatebook.web.unit;

import org.gatebook.web.access.AuthorizationHeader;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.Content;
import org.gatebook.web.auth.CredentialScheme;
import org.gatebook.web.route.Resolution;
import org.gatebook.web.route.RouteTable;

/** What the request unit itself says no to. All of it but a defect may work a little later, and says when. */
final class Refusals {

    private static final String RETRY_AFTER = "Retry-After";
    private static final String PLAIN = "text/html; charset=utf-8";

    private Refusals() {}

    /** No turn within the time, or no database. */
    static Answer overloaded(Exchange exchange) {
        return said(exchange, 503, "The server is too busy to process your request. Please try again.")
                .with(RETRY_AFTER, "1");
    }

    /** The first request with this key is still at work (behaviour notes, orders 3). */
    static Answer busyKey(Exchange exchange) {
        return said(exchange, conflict(exchange), "Concurrent request with idempotency key.")
                .with(RETRY_AFTER, "5");
    }

    /** Every try collided with somebody else's (behaviour notes, orders 1.8). */
    static Answer collided(Exchange exchange) {
        return said(exchange, conflict(exchange), "The server was too busy to process your request. Please try again.")
                .with(RETRY_AFTER, "5");
    }

    /** A defect of ours. */
    static Answer broken(Exchange exchange) {
        return said(exchange, 500, "Internal server error.");
    }

    /**
     * Apps at the door abort a whole sync on 409, and merely wait on 503 (device client notes 0.5). A device is one
     * wherever it asks: what a till sells is uploaded by the same code.
     */
    private static int conflict(Exchange exchange) {
        boolean door = exchange.resolution() instanceof Resolution.Found found
                && found.route().requirement().door();
        boolean device = exchange.presented() instanceof AuthorizationHeader.Presented presented
                && presented.scheme() == CredentialScheme.DEVICE;
        return door || device ? 503 : 409;
    }

    /** The old apps' API refuses in words alone (behaviour notes, pretixdroid 5.2). */
    private static Answer said(Exchange exchange, int status, String text) {
        return RouteTable.isPretixdroid(exchange.path())
                ? Answer.of(status, new Content.Text(PLAIN, text))
                : Answer.detail(status, text);
    }
}
