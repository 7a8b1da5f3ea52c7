package org.gatebook.server.database;

import org.gatebook.eventstore.database.DatabaseRoles;
import org.gatebook.eventstore.database.Migrations;
import org.gatebook.server.settings.ServerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the application's role is kept from the events.
 *
 * @param holds whether it can neither change nor delete them; otherwise the operator has allowed it
 */
public record RoleSeparation(boolean holds) {

    private static final Logger LOG = LoggerFactory.getLogger(RoleSeparation.class);

    /**
     * Brings the schemas up to date as their owner, then looks at what the application may do.
     *
     * @throws DatabaseRoles.UnsafeRole if it may do more than it should and the operator has not allowed that
     */
    public static RoleSeparation establish(Database database, ServerSettings settings) {
        String role = database.application().user();
        Migrations.migrate(database.owner().dataSource(), role);
        LOG.info("The schemas are up to date");
        return new RoleSeparation(!DatabaseRoles.check(
                database.application().dataSource(), settings.database().allowSingleRole()));
    }
}
