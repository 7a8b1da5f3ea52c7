package org.gatebook.catalogue;

import org.gatebook.api.catalogue.CatalogueEvent;
import org.gatebook.catalogue.resource.PastResources;
import org.gatebook.eventstore.config.EventStoreSettings;
import org.gatebook.eventstore.past.PastOnly;
import org.gatebook.eventstore.registry.EventFamily;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the catalogue adds to its components, which are found by scanning its packages. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    EventFamily catalogueEvents() {
        return EventFamily.of(CatalogueEvent.class);
    }

    @Bean
    PastOnly pastResources(JdbcClient jdbc) {
        return PastResources.inThePlaceOfDocuments(jdbc);
    }

    @Bean
    ServedVersion servedVersion(EventStoreSettings settings) {
        return new ServedVersion(settings.softwareVersion());
    }
}
