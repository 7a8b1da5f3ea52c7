package org.gatebook.eventstore.registry;

/**
 * The log holds an event that this version does not know: the node must not go on, because every state and view that it
 * would build lacks a fact.
 */
public final class UnknownEvent extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnknownEvent(String message) {
        super(message);
    }
}
