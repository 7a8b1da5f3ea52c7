package org.gatebook.server.database;

import org.gatebook.eventstore.database.Migrations;
import org.gatebook.server.settings.ServerSettings;
import org.jspecify.annotations.Nullable;

/**
 * Where the key store is.
 *
 * @param own its database as the role that works with it; null when it lies beside the events
 */
public record KeyStoreDatabase(@Nullable DatabaseAddress own) {

    /**
     * Brings the key store's schema up to date as its owner.
     *
     * @param events the database that it lies in unless the settings name another one
     * @throws org.gatebook.server.settings.SettingsException if an address cannot be read
     */
    static KeyStoreDatabase establish(Database events, ServerSettings settings) {
        String url = settings.keys().url();
        String migrationUrl = settings.keys().migrationUrl();
        if (url == null || migrationUrl == null) {
            Migrations.migrateKeys(
                    events.owner().dataSource(), events.application().user());
            return new KeyStoreDatabase(null);
        }
        DatabaseAddress own = DatabaseAddress.parse("GATEBOOK_KEYS_URL", url);
        Migrations.migrateKeys(
                DatabaseAddress.parse("GATEBOOK_KEYS_MIGRATION_URL", migrationUrl)
                        .dataSource(),
                own.user());
        return new KeyStoreDatabase(own);
    }
}
