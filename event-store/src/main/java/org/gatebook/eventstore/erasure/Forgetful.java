package org.gatebook.eventstore.erasure;

import java.util.Collection;

/**
 * Keeps in this node's memory what was read of streams. What answers are made of is right without it, because whoever
 * reads a stream meets the event that says that somebody was erased; this is so that nothing of them stays in memory.
 */
@FunctionalInterface
public interface Forgetful {

    /** Somebody was erased whose values these streams held. */
    void forget(Collection<String> streams);
}
