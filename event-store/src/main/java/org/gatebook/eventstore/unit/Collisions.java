package org.gatebook.eventstore.unit;

import java.sql.SQLException;
import java.util.Set;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.gatebook.eventstore.TransactionalUnit.Collision;

/** Which failures mean that another unit was in the way, so that doing it all again may succeed. */
final class Collisions {

    /** Duplicate key, serialization failure, deadlock. */
    private static final Set<String> STATES = Set.of("23505", "40001", "40P01");

    private Collisions() {}

    static boolean isCollision(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Collision
                    || cause instanceof ConcurrencyException
                    || cause instanceof DeadlockException
                    || cause instanceof LockAcquisitionFailedException) {
                return true;
            }
            if (cause instanceof SQLException sql && (inState(sql) || isStalePlan(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean inState(SQLException failure) {
        return STATES.contains(String.valueOf(failure.getSQLState()));
    }

    /** A statement prepared before the read models were switched to tables of another form. */
    private static boolean isStalePlan(SQLException failure) {
        return "0A000".equals(failure.getSQLState())
                && String.valueOf(failure.getMessage()).contains("cached plan");
    }
}
