package org.gatebook.eventstore.evidence;

/** The log is not the one that was recorded. */
public final class Diverged extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Diverged(String message) {
        super(message);
    }
}
