package org.gatebook.server.health;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.eventstore.rebuild.Comparisons;
import org.gatebook.eventstore.rebuild.Comparisons.Comparison;
import org.gatebook.server.settings.ServerSettings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** What the newest replay has found. Read models that differ from the events, or that nobody has compared for days, are out of service. */
@Component("replay")
final class ReplayHealth implements HealthIndicator {

    /** About a month of nights. */
    private static final int SHOWN = 30;

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
        List<Comparison> newest = comparisons.newest(SHOWN);
        boolean wrong = newest.stream()
                .limit(1)
                .anyMatch(found -> !found.differing().isEmpty()
                        || (nightly && found.endedAt().plus(LATE).isBefore(Instant.now())));
        return (wrong ? Health.outOfService() : Health.up())
                .withDetail("nightly", nightly)
                .withDetail("newest", newest.stream().map(ReplayHealth::shown).toList())
                .build();
    }

    private static Map<String, Object> shown(Comparison found) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("comparedAt", found.endedAt().toString());
        shown.put("position", found.position());
        shown.put("events", found.events());
        shown.put("seconds", found.seconds());
        shown.put("differing", found.differing());
        return shown;
    }
}
