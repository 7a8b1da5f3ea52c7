package org.gatebook.api.decision;

import org.jspecify.annotations.Nullable;

/**
 * Why something was not done, as a value.
 *
 * @param kind what sort of refusal; decides the status of the answer
 * @param code stable name of the rule that refused, for machines, tests and documentation; never changes
 * @param text what the client reads, in the exact words of the API
 * @param field dotted path of the field that the text belongs to; null when it concerns the whole request
 */
public record Refusal(
        Kind kind, String code, String text, @Nullable String field) {

    /** What sort of refusal it is. */
    public enum Kind {
        /** The request asks for something that its own values forbid (400). */
        INVALID,
        /** Whoever asks may not do this (403). */
        FORBIDDEN,
        /** What the request names is not there for whoever asks (404). */
        NOT_FOUND,
        /** The present state forbids it; another time it may succeed (409). */
        CONFLICT
    }

    /** A value of this field is refused. */
    public static Refusal invalid(String code, String field, String text) {
        return new Refusal(Kind.INVALID, code, text, field);
    }

    /** The object of the request does not exist for this client. */
    public static Refusal notFound() {
        return new Refusal(Kind.NOT_FOUND, "not_found", "Not found.", null);
    }

    /** The state refuses it now. */
    public static Refusal conflict(String code, String field, String text) {
        return new Refusal(Kind.CONFLICT, code, text, field);
    }

    /** Whoever asks may not do it. */
    public static Refusal forbidden(String code, String text) {
        return new Refusal(Kind.FORBIDDEN, code, text, null);
    }
}
