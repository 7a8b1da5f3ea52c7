package org.gatebook.api.erasure;

import org.jspecify.annotations.Nullable;

/**
 * Who was erased, by numbers that stay valid.
 *
 * @param kind what the number counts
 * @param number that clients see
 * @param name of the order or of the customer in addresses; null for positions
 * @param event null for customers
 */
public record ErasedSubject(
        SubjectKind kind,
        long number,
        @Nullable String name,
        @Nullable String event) {}
