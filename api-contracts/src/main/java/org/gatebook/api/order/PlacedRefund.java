package org.gatebook.api.order;

import java.time.Instant;
import org.gatebook.api.money.Money;
import org.gatebook.api.personal.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A refund as it comes into being.
 *
 * @param localId counted from 1 within the order
 * @param payment local id of the payment that is given back; null if none in particular
 * @param amount what a client says, whatever it is
 * @param created when it was recorded
 * @param executionDate when the money was given back; null as long as it was not
 * @param comment for the organizer, sealed under the order; null if nothing
 * @param provider the provider's identifier, for example {@code banktransfer}
 * @param info what the provider needs, any JSON; sealed under the order, because it may name whom it goes to
 */
public record PlacedRefund(
        int localId,
        RefundState state,
        RefundSource source,
        @Nullable Integer payment,
        Money amount,
        Instant created,
        @Nullable Instant executionDate,
        @Nullable Personal<String> comment,
        String provider,
        Personal<Object> info) {}
