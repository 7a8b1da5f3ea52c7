package org.gatebook.eventstore.config;

import javax.sql.DataSource;

/**
 * Connections for units that only read, if they have some of their own: whose transactions are read-only by default, so
 * that a read unit that tries to write fails. Without it they use those of the application.
 *
 * @param dataSource of the application's role, to the same database
 */
public record ReadDatabase(DataSource dataSource) {}
