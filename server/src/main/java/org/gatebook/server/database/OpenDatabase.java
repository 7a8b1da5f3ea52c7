package org.gatebook.server.database;

import org.gatebook.eventstore.evidence.EvidenceSettings;
import org.gatebook.eventstore.sealing.MasterKey;
import org.gatebook.server.settings.ServerSettings;
import org.jspecify.annotations.Nullable;

/**
 * A database that is ready to work with: running, migrated, its role looked at, the key store and its master key at hand.
 *
 * @param database whoever has this closes it
 * @param evidence of its log; null if none is kept
 */
public record OpenDatabase(
        Database database,
        RoleSeparation roles,
        KeyStoreDatabase keys,
        MasterKey masterKey,
        @Nullable EvidenceSettings evidence) {

    /**
     * Opens the database that the settings name.
     *
     * @throws DatabaseUnavailableException if an embedded one cannot be started
     * @throws org.gatebook.server.settings.SettingsException if there is no master key, or an address or a key cannot be read
     * @throws org.gatebook.eventstore.database.DatabaseRoles.UnsafeRole if the application could rewrite events
     */
    public static OpenDatabase of(ServerSettings settings) {
        Database database = Database.open(settings);
        try {
            return new OpenDatabase(
                    database,
                    RoleSeparation.establish(database, settings),
                    KeyStoreDatabase.establish(database, settings),
                    GeneratedMasterKey.orSet(settings),
                    CheckpointKeys.evidence(settings));
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }
}
