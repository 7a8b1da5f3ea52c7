package org.gatebook.server.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatebook.eventstore.rebuild.Comparisons;
import org.gatebook.eventstore.rebuild.Comparisons.Comparison;
import org.gatebook.server.settings.ServerSettings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** What the newest replay has found. Read models that differ from the events, or that nobody has compared for days, are out of service. */
@Component("replay")
final class ReplayHealth implements HealthIndicator {

    /** Some nights. */
    private static final Duration LATE = Duration.ofDays(3);

    private final Comparisons comparisons;
    private final ServerSettings settings;

    ReplayHealth(Comparisons comparisons, ServerSettings settings) {
        this.comparisons = comparisons;
        this.settings = settings;
    }

    @Override
    public Health health() {
        boolean nightly = settings.replay().at() != null;
        Optional<Comparison> newest = comparisons.newest();
        boolean wrong = newest.map(found -> !found.differing().isEmpty()
                        || (nightly && found.endedAt().plus(LATE).isBefore(Instant.now())))
                .orElse(false);
        Health.Builder health = (wrong ? Health.outOfService() : Health.up()).withDetail("nightly", nightly);
        newest.ifPresent(
                found -> health.withDetail("comparedAt", found.endedAt().toString())
                        .withDetail("position", found.position())
                        .withDetail("events", found.events())
                        .withDetail("seconds", found.seconds())
                        .withDetail("differing", found.differing()));
        return health.build();
    }
}
