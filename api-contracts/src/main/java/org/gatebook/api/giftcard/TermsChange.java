package org.gatebook.api.giftcard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which terms of a card shall change, and to what. Every term says for itself whether it is touched, because null is a
 * value of each: it takes the expiry, the conditions or the owner away.
 */
public record TermsChange(
        Field<@Nullable Instant> expires, Field<@Nullable String> conditions, Field<@Nullable Long> ownerTicket) {

    /** The terms after the change. */
    public GiftCardTerms applyTo(GiftCardTerms terms) {
        return new GiftCardTerms(
                expires.or(terms.expires()), conditions.or(terms.conditions()), ownerTicket.or(terms.ownerTicket()));
    }

    /** A term that is left alone or set. */
    public sealed interface Field<T extends @Nullable Object> {

        /** What it is afterwards, when it was this before. */
        T or(T before);

        /** Leave it. */
        record Kept<T extends @Nullable Object>() implements Field<T> {
            @Override
            public T or(T before) {
                return before;
            }
        }

        /** Set it. */
        record Set<T extends @Nullable Object>(T to) implements Field<T> {
            @Override
            public T or(T before) {
                return to;
            }
        }
    }
}
