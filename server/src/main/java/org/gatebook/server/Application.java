package org.gatebook.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.gatebook.eventstore.backup.StoredTables;
import org.gatebook.eventstore.config.KeyDatabase;
import org.gatebook.server.database.Database;
import org.gatebook.server.database.OpenDatabase;
import org.gatebook.server.settings.ServerSettings;
import org.gatebook.server.wiring.CheckpointConfiguration;
import org.gatebook.server.wiring.DatabaseConfiguration;
import org.gatebook.server.wiring.KeptPast;
import org.gatebook.server.wiring.MailConfiguration;
import org.gatebook.server.wiring.ReplayConfiguration;
import org.gatebook.server.wiring.ServerConfiguration;
import org.gatebook.web.config.HttpSettings;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LogLevel;
import org.springframework.context.ConfigurableApplicationContext;

/** All modules put together over one database. */
public final class Application implements AutoCloseable {

    private final ServerSettings settings;
    private final Database database;
    private final ConfigurableApplicationContext context;

    private Application(ServerSettings settings, Database database, ConfigurableApplicationContext context) {
        this.settings = settings;
        this.database = database;
        this.context = context;
    }

    /** Everything that answers requests; listens when this returns. */
    static Application openForRequests(ServerSettings settings, LogLevel level) {
        return open(settings, WebApplicationType.SERVLET, level);
    }

    /** What a command needs that works on the database and answers no requests. */
    public static Application openForCommand(ServerSettings settings) {
        return open(settings, WebApplicationType.NONE, LogLevel.WARN);
    }

    private static Application open(ServerSettings settings, WebApplicationType web, LogLevel level) {
        Logs.begin(settings.log(), level);
        // A second and more of work beside Spring's first one and more: it reads definitions before it needs a
        // connection.
        FutureTask<OpenDatabase> opening = new FutureTask<>(() -> OpenDatabase.of(settings));
        Thread.ofPlatform().name("database").start(opening);
        SpringApplication spring = new SpringApplication(ServerConfiguration.class);
        spring.setWebApplicationType(web);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        // The database is closed after the context, and only we know when.
        spring.setRegisterShutdownHook(false);
        // A command needs few of the beans.
        spring.setLazyInitialization(web == WebApplicationType.NONE);
        spring.setDefaultProperties(properties(settings));
        spring.addInitializers(
                fresh -> fresh.addBeanFactoryPostProcessor(beans -> register(beans, settings, opened(opening))));
        ConfigurableApplicationContext context;
        try {
            context = spring.run();
        } catch (RuntimeException | Error e) {
            opened(opening).database().close();
            throw e;
        }
        return new Application(settings, opened(opening).database(), context);
    }

    /** Registered as they are: what was opened here is closed here. */
    private static void register(ConfigurableListableBeanFactory beans, ServerSettings settings, OpenDatabase opened) {
        beans.registerSingleton("settings", settings);
        beans.registerSingleton("database", opened.database());
        beans.registerSingleton("roleSeparation", opened.roles());
        beans.registerSingleton("keyStoreDatabase", opened.keys());
        beans.registerSingleton("masterKey", opened.masterKey());
        if (opened.evidence() != null) {
            beans.registerSingleton("evidenceSettings", opened.evidence());
        }
        beans.registerSingleton("httpSettings", http(settings.http()));
    }

    /** Waits for the database; what went wrong with it comes out as it is. */
    private static OpenDatabase opened(Future<OpenDatabase> opening) {
        try {
            return opening.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at the start", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private static Map<String, Object> properties(ServerSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", settings.port());
        properties.put("server.address", settings.bind());
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", settings.shutdownGrace());
        properties.put(DatabaseConfiguration.KEYS_APART, settings.keys().url() != null);
        properties.put(MailConfiguration.BY_SMTP, settings.mail().server() != null);
        properties.put(CheckpointConfiguration.WRITTEN, settings.writesCheckpoints());
        properties.put(KeptPast.KEPT, settings.past());
        properties.put(ReplayConfiguration.NIGHTLY, settings.replay().at() != null);
        return properties;
    }

    private static HttpSettings http(ServerSettings.Http http) {
        return new HttpSettings(
                (long) http.maxBodyMegabytes() << 20,
                http.concurrency(),
                http.patience(),
                http.trustedProxies(),
                http.publicUrl(),
                http.accessLog());
    }

    /** The settings it was opened with. */
    public ServerSettings settings() {
        return settings;
    }

    /** One of its parts. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** As the owner of the schemas, a new connection each time; for backups, which see and bring everything. */
    public DataSource owner() {
        return database.owner().dataSource();
    }

    /** The key store, as the role that works with it. */
    public DataSource keys() {
        KeyDatabase own = context.getBeanProvider(KeyDatabase.class).getIfAvailable();
        return own == null ? context.getBean(DataSource.class) : own.dataSource();
    }

    /** What modules say about their tables. */
    public List<StoredTables> storedTables() {
        return List.copyOf(context.getBeansOfType(StoredTables.class).values());
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
