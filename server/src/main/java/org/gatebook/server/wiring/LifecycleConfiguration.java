package org.gatebook.server.wiring;

import org.gatebook.eventstore.config.EventStoreSettings;
import org.gatebook.eventstore.view.ReadSchemas;
import org.gatebook.server.Build;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens between the parts being there and the first request. */
@Configuration(proxyBeanMethods = false)
class LifecycleConfiguration {

    @Bean
    EventStoreSettings eventStoreSettings() {
        return EventStoreSettings.usual(Build.version());
    }

    @Bean
    BeforeRequests readSchema(ReadSchemas schemas) {
        return new BeforeRequests(BeforeRequests.SCHEMA, schemas::ensure);
    }
}
