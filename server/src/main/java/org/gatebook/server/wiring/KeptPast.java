package org.gatebook.server.wiring;

import org.gatebook.eventstore.config.PastConfiguration;
import org.gatebook.eventstore.past.PastProjection;
import org.gatebook.eventstore.streaming.StreamingAdministration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The past, where it is kept. A server whose read models have another form than it makes it anew before it follows. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(KeptPast.KEPT)
@Import(PastConfiguration.class)
public class KeptPast {

    /** The property that says whether the past is kept. */
    public static final String KEPT = "gatebook.past";

    @Bean
    @ConditionalOnWebApplication
    BeforeRequests fittingPast(PastProjection past, StreamingAdministration administration) {
        return new BeforeRequests(BeforeRequests.SCHEMA, () -> {
            if (!past.isFit()) {
                administration.replay(PastProjection.NAME);
            }
        });
    }
}
