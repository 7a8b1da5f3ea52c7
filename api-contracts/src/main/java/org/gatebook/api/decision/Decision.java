package org.gatebook.api.decision;

/**
 * What the sender of a command gets back.
 *
 * @param <R> the result of success
 */
public sealed interface Decision<R> permits Decision.Accepted, Decision.Refused {

    /** It happened. */
    record Accepted<R>(R result) implements Decision<R> {}

    /**
     * It was refused.
     *
     * @param eventsKept whether facts were stored all the same, so that the transaction must be committed
     */
    record Refused<R>(Refusal refusal, boolean eventsKept) implements Decision<R> {}
}
