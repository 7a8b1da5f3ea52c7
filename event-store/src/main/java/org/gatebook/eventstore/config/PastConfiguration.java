package org.gatebook.eventstore.config;

import javax.sql.DataSource;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.past.PastOnly;
import org.gatebook.eventstore.past.PastProjection;
import org.gatebook.eventstore.past.PastReads;
import org.gatebook.eventstore.streaming.Followers;
import org.gatebook.eventstore.unit.JdbcTransactionalUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The past, for servers that keep it. Whoever serves makes it anew before it starts to follow, if it is not fit. */
@Configuration(proxyBeanMethods = false)
public class PastConfiguration {

    @Bean
    PastProjection pastProjection(
            DataSource database, EventReader log, ObjectProvider<ReadModel<?>> models, ObjectProvider<PastOnly> only) {
        return new PastProjection(database, log, PastOnly.with(models.orderedStream(), only.orderedStream()));
    }

    @Bean
    PastReads pastReads(
            DataSource database, JdbcTransactionalUnit unit, Followers followers, ObjectProvider<PastOnly> only) {
        return new PastReads(database, unit, followers, only.orderedStream().toList());
    }
}
