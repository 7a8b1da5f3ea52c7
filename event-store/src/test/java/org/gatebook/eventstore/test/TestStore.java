package org.gatebook.eventstore.test;

import javax.sql.DataSource;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.config.EventStoreConfiguration;
import org.gatebook.eventstore.config.EventStoreSettings;
import org.gatebook.eventstore.database.PendingWritesDataSource;
import org.gatebook.eventstore.evidence.EvidenceSettings;
import org.gatebook.eventstore.sealing.MasterKey;
import org.gatebook.eventstore.view.ReadSchemas;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node: the event store and a module's beans on a database. Two of them on one database are two nodes. */
public final class TestStore implements AutoCloseable {

    private static final int MASTER_KEY_BYTES = 32;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private TestStore(DataSource database, @Nullable EvidenceSettings evidence, Class<?>... configurations) {
        DataSource application = new PendingWritesDataSource(database);
        context.registerBean(DataSource.class, () -> application);
        context.registerBean(MasterKey.class, () -> new MasterKey(new byte[MASTER_KEY_BYTES]));
        context.registerBean(EventStoreSettings.class, () -> EventStoreSettings.usual("test"));
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(application));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(application));
        if (evidence != null) {
            context.registerBean(EvidenceSettings.class, () -> evidence);
        }
        context.register(EventStoreConfiguration.class);
        if (configurations.length > 0) {
            context.register(configurations);
        }
        context.refresh();
        context.getBean(ReadSchemas.class).ensure();
    }

    /** Starts a node with the beans of these configurations. */
    public static TestStore open(DataSource application, Class<?>... configurations) {
        return new TestStore(application, null, configurations);
    }

    /** The same, keeping evidence. */
    public static TestStore open(DataSource application, EvidenceSettings evidence, Class<?>... configurations) {
        return new TestStore(application, evidence, configurations);
    }

    /** A part of it. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** One of several parts of a type, by its name. */
    public <T> T get(Class<T> type, String name) {
        return context.getBean(name, type);
    }

    /** A complete cause for what tests do. */
    public static AuditContext audit(String organizer) {
        return AuditContext.system("test", "test", "request-1", new OrganizerSlug(organizer));
    }

    @Override
    public void close() {
        context.close();
    }
}
