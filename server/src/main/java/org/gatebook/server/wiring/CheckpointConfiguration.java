package org.gatebook.server.wiring;

import java.time.Duration;
import org.gatebook.eventstore.RecurringJob;
import org.gatebook.eventstore.evidence.Evidence;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Checkpoints of a server that writes them. One that does not must not take the job: it would be done for this hour. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(CheckpointConfiguration.WRITTEN)
public class CheckpointConfiguration {

    /** The property that says whether checkpoints are written. */
    public static final String WRITTEN = "gatebook.checkpoints";

    @Bean
    RecurringJob writeCheckpoint(Evidence evidence) {
        return new RecurringJob("write-checkpoint", Duration.ofHours(1), evidence::writeInTurn);
    }
}
