package org.gatebook.web.unit;

import java.sql.SQLException;
import java.util.List;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Which failures mean that the database could not serve in time: no connection, a lock that nobody let go of, a statement
 * or a unit that took too long. They come wrapped, by whoever asked the database.
 */
final class Outages {

    /**
     * Classes and codes of SQL states: connections, resources, lock timeout, cancelled and ended by the server, timeouts of
     * transactions.
     */
    private static final List<String> STATES = List.of("08", "53", "55P03", "57014", "57P", "25P03", "25P04");

    private Outages() {}

    static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                String state = String.valueOf(sql.getSQLState());
                if (STATES.stream().anyMatch(state::startsWith)) {
                    return true;
                }
            }
        }
        return false;
    }
}
