package org.gatebook.server.health;

import java.time.Duration;
import org.gatebook.eventstore.streaming.StreamingProcessors;
import org.gatebook.eventstore.streaming.StreamingProgress;
import org.gatebook.eventstore.view.ReadSchemas;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How far readers of the log have come. A horizon that does not move (a transaction somebody left open) stops every
 * streaming projection, but no request: it is shown as out of service, for an operator to act on.
 */
@Component("events")
final class EventsHealth implements HealthIndicator {

    /** Older than any transaction of ours may get, by the timeouts of the application's role. */
    private static final Duration STUCK = Duration.ofMinutes(5);

    private final StreamingProgress progress;
    private final StreamingProcessors processors;
    private final ReadSchemas schemas;

    EventsHealth(StreamingProgress progress, StreamingProcessors processors, ReadSchemas schemas) {
        this.progress = progress;
        this.processors = processors;
        this.schemas = schemas;
    }

    @Override
    public Health health() {
        Duration age = progress.horizonAge();
        Health.Builder health = age.compareTo(STUCK) > 0 ? Health.outOfService() : Health.up();
        health.withDetail("horizonAgeSeconds", age.toMillis() / 1000.0)
                .withDetail("horizonLag", progress.horizonLag())
                .withDetail("readSchema", schemas.active().orElse("none"));
        for (String name : processors.names()) {
            health.withDetail("projection." + name, progress.of(name));
        }
        return health.build();
    }
}
