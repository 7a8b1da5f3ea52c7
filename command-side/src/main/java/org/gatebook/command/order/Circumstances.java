package org.gatebook.command.order;

import java.time.Instant;
import org.gatebook.api.decision.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the world outside an order says to its being paid or coming back, at the moment of a command.
 *
 * @param expiry until when it may be paid if its term begins now
 * @param lastPaymentDateOver whether the event takes no money any more
 * @param latePaymentsAccepted whether an expired order may still be paid
 * @param unavailable why an order that holds no places cannot have them back; null if it can, or holds them
 */
record Circumstances(
        Instant expiry,
        boolean lastPaymentDateOver,
        boolean latePaymentsAccepted,
        @Nullable Refusal unavailable) {}
