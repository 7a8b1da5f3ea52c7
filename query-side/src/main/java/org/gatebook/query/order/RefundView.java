package org.gatebook.query.order;

import java.math.BigDecimal;
import java.time.Instant;
import org.gatebook.api.order.PlacedRefund;
import org.gatebook.api.order.RefundSource;
import org.gatebook.api.order.RefundState;
import org.jspecify.annotations.Nullable;

/**
 * A refund.
 *
 * @param localId number within the order
 * @param payment local id of the payment that is given back; null if none in particular
 */
public record RefundView(
        int localId,
        RefundState state,
        RefundSource source,
        BigDecimal amount,
        @Nullable Integer payment,
        Instant created,
        @Nullable Instant executionDate,
        @Nullable String comment,
        String provider,
        ProviderDetails details) {

    static RefundView of(PlacedRefund refund) {
        return new RefundView(
                refund.localId(),
                refund.state(),
                refund.source(),
                refund.amount().amount(),
                refund.payment(),
                refund.created(),
                refund.executionDate(),
                refund.comment() == null ? null : refund.comment().value().orElse(null),
                refund.provider(),
                ProviderDetails.ofRefund(
                        refund.provider(), refund.info().value().orElse(null)));
    }

    RefundView done(Instant at) {
        return new RefundView(
                localId, RefundState.DONE, source, amount, payment, created, at, comment, provider, details);
    }

    RefundView with(RefundState changed) {
        return new RefundView(
                localId, changed, source, amount, payment, created, executionDate, comment, provider, details);
    }
}
