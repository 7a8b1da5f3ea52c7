package org.gatebook.eventstore.config;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
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
            DataSource database, ObjectProvider<ReadModel<?>> models, ObjectProvider<PastOnly> only) {
        List<ReadModel<?>> all = Stream.<ReadModel<?>>concat(
                        models.orderedStream(), only.orderedStream().map(PastOnly::model))
                .toList();
        return new PastProjection(database, all);
    }

    @Bean
    PastReads pastReads(
            DataSource database, JdbcTransactionalUnit unit, Followers followers, ObjectProvider<PastOnly> only) {
        return new PastReads(database, unit, followers, only.orderedStream().toList());
    }
}
