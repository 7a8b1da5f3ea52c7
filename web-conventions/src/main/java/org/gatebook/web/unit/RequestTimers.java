package org.gatebook.web.unit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.gatebook.web.route.Resolution;

/**
 * How long requests take, by method, route and status, under the name and the tags that Spring Boot's own metric has. That
 * one builds a context and looks every tag up for each request, and knows the routes of Spring's dispatcher only.
 */
final class RequestTimers {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    private record Kind(String method, String route, int status) {}

    RequestTimers(MeterRegistry registry) {
        this.registry = registry;
    }

    void record(String method, Resolution resolution, int status, long nanos) {
        // Clients may invent methods; metrics must not grow with them.
        String known = METHODS.contains(method) ? method : "OTHER";
        timers.computeIfAbsent(new Kind(known, AccessLog.name(resolution), status), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .description("Requests of the API")
                .tag("method", kind.method())
                .tag("uri", kind.route())
                .tag("status", Integer.toString(kind.status()))
                .tag("outcome", outcome(kind.status()))
                .register(registry);
    }

    private static String outcome(int status) {
        return switch (status / 100) {
            case 2 -> "SUCCESS";
            case 3 -> "REDIRECTION";
            case 4 -> "CLIENT_ERROR";
            default -> "SERVER_ERROR";
        };
    }
}
