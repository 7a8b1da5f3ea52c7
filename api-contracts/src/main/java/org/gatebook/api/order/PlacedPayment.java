package org.gatebook.api.order;

import java.time.Instant;
import org.gatebook.api.money.Money;
import org.gatebook.api.personal.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it comes into being.
 *
 * @param id number that clients see in the link to pay
 * @param localId counted from 1 within the order
 * @param provider the provider's identifier, for example {@code banktransfer}
 * @param state created or confirmed
 * @param amount may be zero, and negative when a client says so
 * @param created when it was recorded
 * @param paymentDate when the money arrived; null while open, or when the client sent null
 * @param info what the client sent for the provider, any JSON; sealed under the order, because it may name who paid
 */
public record PlacedPayment(
        long id,
        int localId,
        String provider,
        PaymentState state,
        Money amount,
        Instant created,
        @Nullable Instant paymentDate,
        Personal<Object> info) {}
