package org.gatebook.eventstore.config;

import javax.sql.DataSource;

/** The key store's own database, when it has one (ADR 0005). A bean of this type is optional. */
public record KeyDatabase(DataSource dataSource) {}
