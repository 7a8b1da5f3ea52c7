package org.gatebook.eventstore;

import java.util.List;

/**
 * Ids that clients see, from the one sequence. The first of a unit comes with {@link Entered#clientId()}; these are for
 * those who need more.
 */
public interface ClientIds {

    /** One more id; one statement. */
    long next();

    /** So many more ids, growing; one statement. */
    List<Long> next(int count);
}
