package org.gatebook.api.query;

/**
 * A question to the query side, answered from the read models as the present unit of work sees them.
 *
 * @param <R> the answer's type
 */
public interface Query<R> {}
