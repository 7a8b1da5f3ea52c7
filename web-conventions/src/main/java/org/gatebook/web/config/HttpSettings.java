package org.gatebook.web.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the server speaks HTTP.
 *
 * @param maxBody largest request body; more is 413
 * @param concurrency requests at work at once; about the size of the connection pool, since more only wait for a
 *     connection
 * @param patience how long a request waits for its turn before it is a 503
 * @param trustedProxies addresses or networks (CIDR) whose {@code X-Forwarded-*} headers count
 * @param publicAddress scheme, host and port of all links; null: the address that the client used
 * @param accessLog whether every request is a line in the log
 */
@ConfigurationProperties("gatebook.http")
public record HttpSettings(
        @DefaultValue("10MB") DataSize maxBody,
        @DefaultValue("16") int concurrency,
        @DefaultValue("5s") Duration patience,
        @DefaultValue List<String> trustedProxies,
        @Nullable String publicAddress,
        @DefaultValue("true") boolean accessLog) {

    public HttpSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** What holds when nothing is set. */
    public static HttpSettings defaults() {
        return new HttpSettings(DataSize.ofMegabytes(10), 16, Duration.ofSeconds(5), List.of(), null, true);
    }
}
