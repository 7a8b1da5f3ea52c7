package org.gatebook.server.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.command.erasure.InvoiceRetention;
import org.gatebook.eventstore.RecurringJob;
import org.gatebook.eventstore.backup.Restore;
import org.gatebook.eventstore.config.EventStoreSettings;
import org.gatebook.eventstore.erasure.ErasureWatch;
import org.gatebook.eventstore.erasure.RepeatedErasures;
import org.gatebook.eventstore.registry.EventVocabulary;
import org.gatebook.eventstore.registry.UnknownEventAlarm;
import org.gatebook.eventstore.sealing.KeyStoreCheck;
import org.gatebook.eventstore.streaming.StreamingProcessors;
import org.gatebook.eventstore.view.ReadSchemas;
import org.gatebook.server.Build;
import org.gatebook.server.job.Jobs;
import org.gatebook.server.job.Retention;
import org.gatebook.server.settings.ServerSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
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
    InvoiceRetention invoiceRetention(ServerSettings settings) {
        return new InvoiceRetention(settings.invoiceRetention());
    }

    /** The steps of a server; a command takes those it needs by itself. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Start {

        @Bean
        UnknownEventAlarm stopOnUnknownEvent() {
            return new StopOnUnknownEvent();
        }

        @Bean
        BeforeRequests readableLog(EventVocabulary vocabulary) {
            return new BeforeRequests(BeforeRequests.LOG, vocabulary::check);
        }

        @Bean
        BeforeRequests finishedRestore(DataSource database) {
            return new BeforeRequests(BeforeRequests.LOG, () -> Restore.checkFinished(database));
        }

        @Bean
        BeforeRequests fittingKeys(KeyStoreCheck keys) {
            return new BeforeRequests(BeforeRequests.LOG, keys::check);
        }

        @Bean
        BeforeRequests erasedAgain(RepeatedErasures erasures) {
            return new BeforeRequests(BeforeRequests.KEYS, erasures::repeat);
        }

        @Bean
        BeforeRequests readSchema(ReadSchemas schemas) {
            return new BeforeRequests(BeforeRequests.SCHEMA, schemas::ensure);
        }

        @Bean
        BeforeRequests provisioned(ServerSettings settings, Provisioning provisioning) {
            return new BeforeRequests(BeforeRequests.PROVISIONING, () -> {
                Path file = settings.provision();
                if (file != null) {
                    provisioning.apply(file);
                }
            });
        }

        @Bean
        BeforeRequests erasuresWatched(ErasureWatch watch) {
            return new BeforeRequests(BeforeRequests.FOLLOWING, watch::start);
        }

        @Bean(destroyMethod = "close")
        Jobs jobs(DataSource database, List<RecurringJob> jobs, Retention retention, MeterRegistry registry) {
            List<RecurringJob> all = new ArrayList<>(jobs);
            all.addAll(retention.jobs(registry));
            return new Jobs(database, all);
        }

        @Bean
        BeforeRequests jobsStarted(Jobs jobs) {
            return new BeforeRequests(BeforeRequests.FOLLOWING, jobs::start);
        }

        @Bean
        BeforeRequests streaming(StreamingProcessors processors) {
            return new BeforeRequests(BeforeRequests.FOLLOWING, processors::start);
        }
    }
}
