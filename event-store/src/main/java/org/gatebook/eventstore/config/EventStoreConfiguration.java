package org.gatebook.eventstore.config;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.config.annotation.SpringBeanParameterResolverFactory;
import org.gatebook.eventstore.Claims;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.UsageCounters;
import org.gatebook.eventstore.aggregate.AggregateRegistration;
import org.gatebook.eventstore.aggregate.AggregateType;
import org.gatebook.eventstore.aggregate.UnitHeads;
import org.gatebook.eventstore.log.EventPolling;
import org.gatebook.eventstore.log.Horizon;
import org.gatebook.eventstore.log.InlineProjection;
import org.gatebook.eventstore.log.PageClock;
import org.gatebook.eventstore.log.PostgresEventReader;
import org.gatebook.eventstore.log.PostgresEventStorageEngine;
import org.gatebook.eventstore.log.RecordingEventStore;
import org.gatebook.eventstore.message.BusCommandSender;
import org.gatebook.eventstore.message.HandlerQuestions;
import org.gatebook.eventstore.registry.EventCodec;
import org.gatebook.eventstore.registry.EventFamily;
import org.gatebook.eventstore.registry.EventJson;
import org.gatebook.eventstore.registry.EventRegistry;
import org.gatebook.eventstore.registry.EventVocabulary;
import org.gatebook.eventstore.registry.UnknownEventAlarm;
import org.gatebook.eventstore.sealing.KeyStoreCheck;
import org.gatebook.eventstore.sealing.MasterKey;
import org.gatebook.eventstore.sealing.PersonalModule;
import org.gatebook.eventstore.sealing.PostgresKeyStore;
import org.gatebook.eventstore.sealing.SealedText;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.gatebook.eventstore.unit.IdempotencyRecords;
import org.gatebook.eventstore.unit.JdbcTransactionalUnit;
import org.gatebook.eventstore.unit.SequenceClientIds;
import org.gatebook.eventstore.unit.SupportingVersions;
import org.gatebook.eventstore.unit.TableClaims;
import org.gatebook.eventstore.view.InlineProjections;
import org.gatebook.eventstore.view.ReadSchemas;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * The event store as beans. It needs a {@link DataSource} of the application's role, a {@link MasterKey} and
 * {@link EventStoreSettings}; it finds all {@link AggregateType}, {@link EventFamily} and {@link ReadModel} beans, and the
 * methods of beans that answer queries. Axon is put together by hand: its Spring Boot starter would have to be undone at
 * more places than it saves (ADR 0015).
 *
 * <p>Whoever starts a server calls {@link EventVocabulary#check()}, {@link KeyStoreCheck#check()} and
 * {@link ReadSchemas#ensure()} before the first unit.
 */
@Configuration(proxyBeanMethods = false)
@Import({BackupConfiguration.class, ProjectionConfiguration.class})
public class EventStoreConfiguration {

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    SubjectKeys subjectKeys(DataSource dataSource, ObjectProvider<KeyDatabase> own, MasterKey masterKey) {
        KeyDatabase database = own.getIfAvailable();
        return database == null
                ? PostgresKeyStore.beside(dataSource, masterKey)
                : PostgresKeyStore.apart(database.dataSource(), masterKey);
    }

    @Bean
    KeyStoreCheck keyStoreCheck(DataSource dataSource, SubjectKeys keys) {
        return new KeyStoreCheck(dataSource, keys);
    }

    @Bean
    SealedText sealedText(SubjectKeys keys) {
        return new SealedText(keys);
    }

    @Bean
    EventRegistry eventRegistry(ObjectProvider<EventFamily> families, ObjectProvider<AggregateType<?, ?, ?>> types) {
        return new EventRegistry(Stream.concat(
                        types.stream().map(type -> EventFamily.of(type.events())), families.stream())
                .toList());
    }

    @Bean
    EventCodec eventCodec(EventRegistry registry, SubjectKeys keys, ObjectProvider<UnknownEventAlarm> alarm) {
        return new EventCodec(
                registry,
                EventJson.mapper(new PersonalModule(keys)),
                event -> alarm.ifAvailable(present -> present.raise(event)));
    }

    @Bean
    EventVocabulary eventVocabulary(DataSource dataSource, EventRegistry registry) {
        return new EventVocabulary(new JdbcTemplate(dataSource), registry);
    }

    @Bean
    Horizon horizon(DataSource dataSource) {
        return new Horizon(dataSource);
    }

    @Bean
    PageClock pageClock(DataSource dataSource) {
        return new PageClock(dataSource);
    }

    @Bean
    EventReader eventReader(DataSource dataSource, Horizon horizon, EventCodec codec, SubjectKeys keys) {
        return new PostgresEventReader(dataSource, horizon, codec, keys);
    }

    @Bean
    InlineProjections inlineProjections(
            DataSource dataSource,
            EventReader reader,
            ObjectProvider<ReadModel<?>> models,
            ObjectProvider<TransactionalUnit> unit) {
        // The bean factory would search for it in each unit; it cannot be had yet, because it needs these projections.
        SingletonSupplier<TransactionalUnit> current = SingletonSupplier.of(unit::getObject);
        return new InlineProjections(
                new JdbcTemplate(dataSource),
                reader,
                models.orderedStream().toList(),
                () -> current.obtain().entered().readSchema());
    }

    @Bean
    ReadSchemas readSchemas(
            DataSource dataSource, PlatformTransactionManager transactions, ObjectProvider<ReadModel<?>> models) {
        return new ReadSchemas(
                new JdbcTemplate(dataSource),
                new TransactionTemplate(transactions),
                models.orderedStream().toList());
    }

    @Bean(destroyMethod = "close")
    EventPolling eventPolling(EventReader reader, EventStoreSettings settings) {
        return new EventPolling(reader, settings.pollInterval(), settings.streamBatch());
    }

    @Bean
    RecordingEventStore eventStore(
            DataSource dataSource,
            EventCodec codec,
            EventVocabulary vocabulary,
            SubjectKeys keys,
            EventReader reader,
            EventPolling polling,
            InlineProjections projections,
            ObjectProvider<InlineProjection> all,
            EventStoreSettings settings) {
        PostgresEventStorageEngine engine = new PostgresEventStorageEngine(
                new JdbcTemplate(dataSource), codec, vocabulary, keys, reader, settings.softwareVersion());
        return new RecordingEventStore(engine, polling, inOrder(projections, all.orderedStream()));
    }

    @Bean
    JdbcTransactionalUnit transactionalUnit(
            PlatformTransactionManager transactions,
            DataSource dataSource,
            ObjectProvider<ReadDatabase> reads,
            RecordingEventStore events,
            EventStoreSettings settings) {
        ReadDatabase own = reads.getIfAvailable();
        return new JdbcTransactionalUnit(
                transactions, dataSource, own == null ? dataSource : own.dataSource(), events, settings.persistence());
    }

    @Bean
    UsageCounters usageCounters(JdbcTransactionalUnit unit) {
        return unit.counters();
    }

    @Bean
    ClientIds clientIds(DataSource dataSource) {
        return new SequenceClientIds(new JdbcTemplate(dataSource));
    }

    @Bean
    Claims claims(DataSource dataSource) {
        return new TableClaims(new JdbcTemplate(dataSource));
    }

    @Bean
    SupportingVersions supportingVersions(DataSource dataSource) {
        return new SupportingVersions(new JdbcTemplate(dataSource));
    }

    @Bean
    IdempotencyRecords idempotencyRecords(DataSource dataSource) {
        return new IdempotencyRecords(new JdbcTemplate(dataSource));
    }

    @Bean
    CommandBus commandBus() {
        return Buses.commands();
    }

    @Bean
    CommandSender commandSender(CommandBus bus) {
        return new BusCommandSender(bus);
    }

    @Bean
    HandlerQuestions questions() {
        return new HandlerQuestions();
    }

    @Bean
    UnitHeads streamHeads() {
        return new UnitHeads();
    }

    @Bean
    AggregateRegistration aggregateRegistration(
            CommandBus bus,
            RecordingEventStore events,
            DataSource dataSource,
            EventCodec codec,
            SubjectKeys keys,
            ApplicationContext beans) {
        ParameterResolverFactory parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(EventStoreConfiguration.class),
                new SpringBeanParameterResolverFactory(beans));
        return new AggregateRegistration(bus, events, new JdbcTemplate(dataSource), codec, keys, parameters);
    }

    @Bean
    SmartInitializingSingleton aggregateCommands(
            AggregateRegistration registration, ObjectProvider<AggregateType<?, ?, ?>> types) {
        return () -> types.orderedStream().forEach(registration::register);
    }

    @Bean
    SmartInitializingSingleton queryHandlers(HandlerQuestions questions, ConfigurableListableBeanFactory beans) {
        return () -> QueryHandlerBeans.register(questions, beans);
    }

    /** Read models first: what else hears of new events may ask them, and may lock what many want. */
    @SuppressWarnings("ReferenceEquality")
    private static List<InlineProjection> inOrder(InlineProjections models, Stream<InlineProjection> all) {
        return Stream.concat(Stream.of(models), all.filter(projection -> projection != models))
                .toList();
    }
}
