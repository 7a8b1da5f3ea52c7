package org.gatebook.server.wiring;

import java.util.Objects;
import org.gatebook.eventstore.RecurringJob;
import org.gatebook.eventstore.RecurringJob.Due;
import org.gatebook.eventstore.rebuild.Comparisons;
import org.gatebook.eventstore.rebuild.Pace;
import org.gatebook.server.job.NightlyReplay;
import org.gatebook.server.settings.ServerSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The nightly replay of a server that does it. One that does not must not take the job: it would be done for this night. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(ReplayConfiguration.NIGHTLY)
public class ReplayConfiguration {

    /** The property that says whether this server replays at night. */
    public static final String NIGHTLY = "gatebook.replay";

    @Bean
    RecurringJob nightlyReplay(ServerSettings settings, Comparisons comparisons) {
        ServerSettings.Replay replay = settings.replay();
        NightlyReplay nightly = new NightlyReplay(comparisons, new Pace(replay.pace()));
        return new RecurringJob("replay", new Due.DailyAt(Objects.requireNonNull(replay.at())), nightly::compare);
    }
}
