package org.gatebook.query.order;

import java.math.BigDecimal;
import java.time.Instant;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedPayment;
import org.jspecify.annotations.Nullable;

/**
 * A payment.
 *
 * @param id number in the link to pay
 * @param localId number within the order
 */
public record PaymentView(
        long id,
        int localId,
        PaymentState state,
        BigDecimal amount,
        Instant created,
        @Nullable Instant paymentDate,
        String provider,
        ProviderDetails details) {

    static PaymentView of(PlacedPayment payment) {
        return new PaymentView(
                payment.id(),
                payment.localId(),
                payment.state(),
                payment.amount().amount(),
                payment.created(),
                payment.paymentDate(),
                payment.provider(),
                ProviderDetails.of(payment.provider(), payment.info().value().orElse(null)));
    }

    PaymentView confirmed(Instant at) {
        return new PaymentView(id, localId, PaymentState.CONFIRMED, amount, created, at, provider, details);
    }

    PaymentView with(PaymentState changed) {
        return new PaymentView(id, localId, changed, amount, created, paymentDate, provider, details);
    }
}
