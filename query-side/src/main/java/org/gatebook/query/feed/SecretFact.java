package org.gatebook.query.feed;

/** What is published about a secret. */
sealed interface SecretFact {

    /** The ticket's secret. */
    String secret();

    /** It will never open a door again. */
    record Revoked(String secret) implements SecretFact {}

    /** It opens no door for now. */
    record Blocked(String secret) implements SecretFact {}

    /** It opens doors again. */
    record Unblocked(String secret) implements SecretFact {}
}
