package org.gatebook.eventstore.test;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.gatebook.eventstore.database.DatabaseRoles;
import org.gatebook.eventstore.database.Migrations;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A fresh, migrated database for each test class, on one real PostgreSQL a JVM: durable as in production, with the owner's
 * and the application's role. Register it as a static field with {@code @RegisterExtension}.
 */
public final class PostgresExtension implements BeforeAllCallback, AfterAllCallback {

    /** The application's role. */
    public static final String APPLICATION = "gatebook_app";

    /** Its password. */
    public static final String PASSWORD = "app";

    private static final String TEMPLATE = "gatebook_template";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedPostgres server;

    private String name;
    private final List<HikariDataSource> pools = new ArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        synchronized (PostgresExtension.class) {
            if (server == null) {
                server = start();
            }
            name = "test_" + DATABASES.incrementAndGet();
            execute("create database " + name + " template " + TEMPLATE);
        }
        // Rights on a database are not copied with its template.
        DatabaseRoles.grantApplicationRole(owner(), APPLICATION);
    }

    private static EmbeddedPostgres start() throws IOException, SQLException {
        EmbeddedPostgres started = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200")
                .start();
        try (Connection connection = started.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + TEMPLATE);
        }
        DataSource template = started.getDatabase("postgres", TEMPLATE);
        DatabaseRoles.createApplicationRole(template, APPLICATION, PASSWORD);
        Migrations.migrate(template, APPLICATION);
        Migrations.migrateKeys(template, APPLICATION);
        return started;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        pools.forEach(HikariDataSource::close);
        pools.clear();
        execute("drop database if exists " + name + " with (force)");
    }

    /** JDBC address of this class's database, without user. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
    }

    /** Begins again without an event, and without what was made of events. */
    public void emptyLog() {
        JdbcTemplate owner = new JdbcTemplate(owner());
        owner.execute("truncate events.event, events.checkpoint, keys.subject_key, ops.restoration, ops.event_kind");
        owner.execute("alter sequence events.position_seq restart");
        owner.queryForList(
                        "select format('truncate %I.%I', schemaname, tablename) from pg_tables"
                                + " where schemaname in (select name from ops.read_schema)",
                        String.class)
                .forEach(owner::execute);
    }

    /** As the owner of everything, without a pool. */
    public DataSource owner() {
        return server.getDatabase("postgres", name);
    }

    /** As the application, a new pool of this size; closed after the class. */
    public HikariDataSource application(int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(unpooled());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(30_000);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /** As the application, a new pool of 16. */
    public HikariDataSource application() {
        return application(16);
    }

    private DataSource unpooled() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(APPLICATION);
        source.setPassword(PASSWORD);
        source.setPrepareThreshold(1);
        return source;
    }

    /** An empty database of its own beside this class's, not migrated, as its owner. */
    public DataSource emptyDatabase() {
        String empty = "empty_" + DATABASES.incrementAndGet();
        try {
            execute("create database " + empty);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        return server.getDatabase("postgres", empty);
    }
}
