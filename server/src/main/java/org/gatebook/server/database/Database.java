package org.gatebook.server.database;

import org.gatebook.server.settings.ServerSettings;

/**
 * The database of this process, reached by two roles. Closing it stops an embedded one, unless another process uses it.
 */
public interface Database extends AutoCloseable {

    /** The role that owns the schemas and migrates them. */
    DatabaseAddress owner();

    /** The role that the server works with; it may add events and read them, nothing else. */
    DatabaseAddress application();

    /** Whether it is the embedded one. */
    boolean embedded();

    @Override
    void close();

    /**
     * Opens the database that the settings name; an embedded one is created or started as needed.
     *
     * @throws DatabaseUnavailableException if an embedded one cannot be started
     */
    static Database open(ServerSettings settings) {
        String url = settings.database().url();
        String migrationUrl = settings.database().migrationUrl();
        return url == null || migrationUrl == null
                ? EmbeddedDatabase.open(
                        settings.data(),
                        settings.database().binaries(),
                        settings.masterKey() == null,
                        settings.evidence().key() == null)
                : new ExternalDatabase(
                        DatabaseAddress.parse("GATEBOOK_MIGRATION_URL", migrationUrl),
                        DatabaseAddress.parse("GATEBOOK_DATABASE_URL", url));
    }

    /** Somebody else starts and stops it. */
    record ExternalDatabase(DatabaseAddress owner, DatabaseAddress application) implements Database {

        @Override
        public boolean embedded() {
            return false;
        }

        @Override
        public void close() {
            // It goes on without us.
        }
    }
}
