package org.gatebook.api.order;

import java.time.Instant;
import java.util.Map;
import org.gatebook.api.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it comes into being.
 *
 * @param localId counted from 1 within the order
 * @param provider the provider's identifier, for example {@code banktransfer}
 * @param state created or confirmed
 * @param amount may be zero, and negative when a client says so
 * @param created when it was recorded
 * @param paymentDate when the money arrived; null while open, or when the client sent null
 * @param info what the client sent for the provider; any JSON object
 */
public record PlacedPayment(
        int localId,
        String provider,
        PaymentState state,
        Money amount,
        Instant created,
        @Nullable Instant paymentDate,
        Map<String, Object> info) {}
