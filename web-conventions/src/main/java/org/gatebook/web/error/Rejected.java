package org.gatebook.web.error;

/**
 * Stops the reading of a request: its body, filter or page cannot be understood, so there is nothing to decide and
 * nothing to undo. Business refusals are values and never travel this way. Carries no stack trace, since a bad request
 * is no defect and clients can send many.
 */
public final class Rejected extends RuntimeException {

    private final transient ApiError error;

    /** Stops with this answer. */
    public Rejected(ApiError error) {
        super("rejected with " + error.status(), null, false, false);
        this.error = error;
    }

    /** What the client is told. */
    public ApiError error() {
        return error;
    }
}
