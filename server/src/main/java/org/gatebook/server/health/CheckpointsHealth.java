package org.gatebook.server.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatebook.eventstore.evidence.CheckpointAge;
import org.gatebook.eventstore.evidence.Evidence;
import org.gatebook.eventstore.note.VerifierKey;
import org.gatebook.server.settings.ServerSettings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The newest checkpoint, and the public key by which anybody can check it. Events that wait for longer than some hours to
 * be covered are shown as out of service: the log may not be the one that was recorded, and verify tells.
 */
@Component("checkpoints")
final class CheckpointsHealth implements HealthIndicator {

    /** Some runs of the job. */
    private static final Duration LATE = Duration.ofHours(3);

    private final Evidence evidence;
    private final ServerSettings settings;

    CheckpointsHealth(Evidence evidence, ServerSettings settings) {
        this.evidence = evidence;
        this.settings = settings;
    }

    @Override
    public Health health() {
        if (!evidence.isKept()) {
            return Health.up().withDetail("written", false).build();
        }
        Optional<CheckpointAge> newest = evidence.newest();
        Instant waiting = newest.map(CheckpointAge::uncoveredSince).orElse(null);
        boolean late = settings.writesCheckpoints()
                && waiting != null
                && waiting.plus(LATE).isBefore(Instant.now());
        Health.Builder health = (late ? Health.outOfService() : Health.up())
                .withDetail("written", settings.writesCheckpoints())
                .withDetail(
                        "publicKeys",
                        evidence.trusted().stream().map(VerifierKey::toString).toList());
        newest.ifPresent(checkpoint -> health.withDetail("events", checkpoint.size())
                .withDetail("position", checkpoint.position())
                .withDetail("writtenAt", checkpoint.writtenAt().toString()));
        if (waiting != null) {
            health.withDetail("uncoveredSince", waiting.toString());
        }
        return health.build();
    }
}
