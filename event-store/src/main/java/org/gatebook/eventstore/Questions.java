package org.gatebook.eventstore;

import org.gatebook.api.query.Query;

/** Asks the query side, inside the current unit. */
@FunctionalInterface
public interface Questions {

    /** The answer, as the read models of the current unit see it; may be null where the query says so. */
    <R> R ask(Query<R> query);
}
