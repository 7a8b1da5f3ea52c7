package org.gatebook.eventstore.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A statement whose answer nobody reads: it succeeds, or its transaction fails.
 *
 * @param sql one statement, without a semicolon at its end
 * @param values binds its parameters
 */
public record Write(String sql, Values values) {

    /** Binds the parameters of one of several statements that travel together. */
    @FunctionalInterface
    public interface Values {

        /**
         * Binds from the parameter after {@code before} on.
         *
         * @return the last one that was bound
         */
        int bind(PreparedStatement statement, int before) throws SQLException;
    }
}
