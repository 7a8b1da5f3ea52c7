package org.gatebook.eventstore.config;

import java.util.List;
import javax.sql.DataSource;
import org.gatebook.api.erasure.ErasureEvent;
import org.gatebook.eventstore.EventAppender;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.aggregate.AggregateRegistration;
import org.gatebook.eventstore.erasure.ErasedClaims;
import org.gatebook.eventstore.erasure.ErasureCertificate;
import org.gatebook.eventstore.erasure.ErasureWatch;
import org.gatebook.eventstore.erasure.Erasures;
import org.gatebook.eventstore.erasure.Forgetful;
import org.gatebook.eventstore.erasure.RepeatedErasures;
import org.gatebook.eventstore.evidence.Evidence;
import org.gatebook.eventstore.evidence.EvidenceSettings;
import org.gatebook.eventstore.ledger.ClaimLedger;
import org.gatebook.eventstore.ledger.ClaimRule;
import org.gatebook.eventstore.log.RecordingEventStore;
import org.gatebook.eventstore.past.ErasedPast;
import org.gatebook.eventstore.past.PastOnly;
import org.gatebook.eventstore.rebuild.Comparisons;
import org.gatebook.eventstore.rebuild.Ledger;
import org.gatebook.eventstore.rebuild.Rebuild;
import org.gatebook.eventstore.registry.EventCodec;
import org.gatebook.eventstore.registry.EventFamily;
import org.gatebook.eventstore.registry.EventRegistry;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.gatebook.eventstore.streaming.DeadLetters;
import org.gatebook.eventstore.streaming.Followers;
import org.gatebook.eventstore.streaming.StreamingAdministration;
import org.gatebook.eventstore.streaming.StreamingGauges;
import org.gatebook.eventstore.streaming.StreamingProcessors;
import org.gatebook.eventstore.streaming.StreamingProgress;
import org.gatebook.eventstore.streaming.StreamingProjection;
import org.gatebook.eventstore.streaming.StreamingSettings;
import org.gatebook.eventstore.verify.Verification;
import org.gatebook.eventstore.view.InlineProjections;
import org.gatebook.eventstore.view.ReadSchemas;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What follows the log and what checks it, as beans: rebuild, verification and the streaming processors of all
 * {@link StreamingProjection} beans. Whoever serves calls {@link StreamingProcessors#start()}; commands of an operator do
 * not.
 */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    @Bean
    Rebuild rebuild(
            DataSource database,
            PlatformTransactionManager transactions,
            EventReader events,
            EventRegistry registry,
            ReadSchemas schemas,
            ObjectProvider<ReadModel<?>> models,
            ObjectProvider<Ledger> ledgers) {
        return new Rebuild(
                database,
                transactions,
                events,
                registry,
                schemas,
                models.orderedStream().toList(),
                ledgers.orderedStream().toList());
    }

    @Bean
    Comparisons comparisons(DataSource database, Rebuild rebuild) {
        return new Comparisons(new JdbcTemplate(database), rebuild);
    }

    @Bean
    ClaimLedger claimLedger(DataSource database, ObjectProvider<ClaimRule<?>> rules) {
        return new ClaimLedger(new JdbcTemplate(database), rules.orderedStream().toList());
    }

    @Bean
    Erasures erasures(DataSource database, ReadSchemas schemas, SubjectKeys keys, EventAppender events) {
        return new Erasures(database, schemas, keys, events);
    }

    @Bean
    ErasedClaims erasedClaims(DataSource database, EventReader events, ObjectProvider<ClaimRule<?>> rules) {
        return new ErasedClaims(
                new JdbcTemplate(database), events, rules.orderedStream().toList());
    }

    @Bean
    ErasureCertificate erasureCertificate(ObjectProvider<EvidenceSettings> settings) {
        EvidenceSettings evidence = settings.getIfAvailable();
        return new ErasureCertificate(evidence == null ? null : evidence.key());
    }

    @Bean
    Forgetful viewsOfErased(InlineProjections views) {
        return views::forget;
    }

    @Bean
    Forgetful statesOfErased(AggregateRegistration aggregates) {
        return aggregates::forget;
    }

    @Bean(destroyMethod = "close")
    ErasureWatch erasureWatch(
            DataSource database, EventCodec codec, SubjectKeys keys, ObjectProvider<Forgetful> memories) {
        return new ErasureWatch(database, codec, keys, memories.orderedStream().toList());
    }

    @Bean
    ErasedPast erasedPast(
            DataSource database, EventReader log, ObjectProvider<ReadModel<?>> models, ObjectProvider<PastOnly> only) {
        return new ErasedPast(database, log, PastOnly.with(models.orderedStream(), only.orderedStream()));
    }

    @Bean
    RepeatedErasures repeatedErasures(DataSource database, EventCodec codec, SubjectKeys keys) {
        return new RepeatedErasures(database, codec, keys);
    }

    @Bean
    EventFamily erasureEvents() {
        return EventFamily.of(ErasureEvent.class);
    }

    @Bean
    Verification verification(
            DataSource database,
            PlatformTransactionManager transactions,
            EventReader events,
            EventRegistry registry,
            SubjectKeys keys,
            Evidence evidence) {
        return new Verification(database, transactions, events, registry, keys, evidence);
    }

    @Bean
    Evidence evidence(DataSource database, EventReader events, ObjectProvider<EvidenceSettings> settings) {
        return new Evidence(database, events, settings.getIfAvailable());
    }

    @Bean
    DeadLetters deadLetters(DataSource database) {
        return new DeadLetters(database);
    }

    @Bean(destroyMethod = "close")
    StreamingProcessors streamingProcessors(
            DataSource database,
            PlatformTransactionManager transactions,
            RecordingEventStore log,
            DeadLetters letters,
            ObjectProvider<StreamingProjection> projections,
            ObjectProvider<StreamingSettings> settings) {
        return new StreamingProcessors(
                database,
                transactions,
                log,
                log::newest,
                letters,
                projections.orderedStream().toList(),
                settings.getIfAvailable(StreamingSettings::standard));
    }

    @Bean
    StreamingAdministration streamingAdministration(
            DataSource database,
            PlatformTransactionManager transactions,
            EventReader events,
            DeadLetters letters,
            ObjectProvider<StreamingProjection> projections) {
        List<StreamingProjection> all = projections.orderedStream().toList();
        return new StreamingAdministration(database, transactions, events, letters, all);
    }

    @Bean
    StreamingProgress streamingProgress(DataSource database, EventReader events) {
        return new StreamingProgress(database, events);
    }

    @Bean
    Followers followers(DataSource database, EventReader events, ObjectProvider<StreamingSettings> settings) {
        return new Followers(
                database,
                events,
                settings.getIfAvailable(StreamingSettings::standard).patience());
    }

    @Bean
    StreamingGauges streamingGauges(StreamingProgress progress, StreamingProcessors processors) {
        return new StreamingGauges(progress, processors.names());
    }
}
