package org.gatebook.eventstore.database;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a database to the form that this version expects, as its owner. Scripts of all modules lie under
 * {@code db/migration}; those of the key store, which may have a database of its own, under {@code db/keys}.
 */
public final class Migrations {

    private Migrations() {}

    /**
     * Migrates the log and what runs the server.
     *
     * @param owner connects as the owner of the schemas
     * @param applicationRole the role that the scripts grant to; must exist
     */
    public static void migrate(DataSource owner, String applicationRole) {
        run(owner, applicationRole, "ops", "classpath:db/migration");
    }

    /** Migrates the key store, which may be the same database. */
    public static void migrateKeys(DataSource owner, String applicationRole) {
        run(owner, applicationRole, "keys", "classpath:db/keys");
    }

    private static void run(DataSource owner, String role, String schema, String location) {
        Flyway.configure()
                .dataSource(owner)
                .locations(location)
                .schemas(schema)
                .createSchemas(true)
                // Each module numbers a range of its own, so a new script may come before one that is there already.
                .outOfOrder(true)
                .table("schema_history")
                // Each module numbers its scripts by itself, so a new one need not be the highest.
                .outOfOrder(true)
                .placeholders(Map.of("application", SqlNames.quoted(role)))
                .load()
                .migrate();
    }
}
