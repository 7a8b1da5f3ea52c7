package org.gatebook.web.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the server speaks HTTP.
 *
 * @param maxBody largest request body in bytes; more is 413
 * @param concurrency requests at work at once; about the size of the connection pool, since more only wait for a
 *     connection
 * @param patience how long a request waits for its turn before it is a 503
 * @param trustedProxies addresses or networks (CIDR) whose {@code X-Forwarded-*} headers count
 * @param publicAddress scheme, host and port of all links; null: the address that the client used
 * @param accessLog whether every request is a line in the log
 */
public record HttpSettings(
        long maxBody,
        int concurrency,
        Duration patience,
        List<String> trustedProxies,
        @Nullable String publicAddress,
        boolean accessLog) {

    public HttpSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** What holds when nothing is set. */
    public static HttpSettings defaults() {
        return new HttpSettings(10L << 20, 16, Duration.ofSeconds(5), List.of(), null, true);
    }
}
