package org.gatebook.eventstore.message;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Failures of handlers, as their senders shall see them: the same exception, so that collisions stay recognizable. */
final class Rethrown {

    private Rethrown() {}

    static RuntimeException unchecked(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case RuntimeException runtime -> runtime;
            case Error error -> throw error;
            default -> new IllegalStateException("a handler failed", cause);
        };
    }
}
