package org.gatebook.web.node;

import java.util.Map;
import javax.sql.DataSource;
import org.gatebook.eventstore.config.EventStoreConfiguration;
import org.gatebook.eventstore.config.EventStoreSettings;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.database.PendingWritesDataSource;
import org.gatebook.eventstore.sealing.MasterKey;
import org.gatebook.eventstore.view.ReadSchemas;
import org.gatebook.web.config.HttpSettings;
import org.gatebook.web.node.CounterEndpoints.Writing;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A server with the toy resources. Two of them on one database are two nodes. */
public final class Node implements AutoCloseable {

    private static final int MASTER_KEY_BYTES = 32;

    private final ServletWebServerApplicationContext context;
    private final Client client;

    private Node(ServletWebServerApplicationContext context) {
        this.context = context;
        this.client = new Client("http://127.0.0.1:" + context.getWebServer().getPort());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        EventStoreConfiguration.class,
        CounterReadModels.class,
        CounterEndpoints.Reading.class,
        CounterEndpoints.Writing.class,
        CounterEndpoints.Door.class,
        CounterEndpoints.OldDoor.class,
        CounterEndpoints.Device.class,
        CounterEndpoints.Version.class
    })
    static class Application {
        @Bean
        Directory directory() {
            return new Directory();
        }
    }

    /** Starts a node on this database. */
    public static Node start(DataSource database, HttpSettings settings) {
        DataSource application = new PendingWritesDataSource(database);
        SpringApplication spring = new SpringApplication(Application.class);
        spring.setDefaultProperties(Map.of(
                "server.port",
                "0",
                "server.address",
                "127.0.0.1",
                "spring.main.banner-mode",
                "off",
                "spring.threads.virtual.enabled",
                "true",
                "logging.level.root",
                "WARN",
                "spring.main.log-startup-info",
                "false"));
        ApplicationContextInitializer<GenericApplicationContext> outside = beans -> {
            beans.registerBean(DataSource.class, () -> application);
            beans.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(application));
            beans.registerBean(MasterKey.class, () -> new MasterKey(new byte[MASTER_KEY_BYTES]));
            beans.registerBean(EventStoreSettings.class, () -> EventStoreSettings.usual("test"));
            beans.registerBean(HttpSettings.class, () -> settings);
        };
        spring.addInitializers(outside);
        ServletWebServerApplicationContext started = (ServletWebServerApplicationContext) spring.run();
        started.getBean(ReadSchemas.class).ensure();
        return new Node(started);
    }

    /** Its client. */
    public Client client() {
        return client;
    }

    /** Makes the next raises and scans collide so often. */
    public void collide(int times) {
        writing().collisionsAhead.set(times);
        writing().tries.set(0);
    }

    /** How often a raise was tried since the last {@link #collide}. */
    public int tries() {
        return writing().tries.get();
    }

    /** Makes those that wait wait, until the answered gate is opened. */
    public Gate closeGate() {
        Gate gate = new Gate();
        writing().reached = gate.reached;
        writing().goOn = gate.goOn;
        return gate;
    }

    /** Of the running context. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Everything. */
    public ApplicationContext context() {
        return context;
    }

    private Writing writing() {
        return context.getBean(Writing.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
