package org.gatebook.api.order;

import java.time.LocalDate;
import org.gatebook.api.personal.Personal;
import org.jspecify.annotations.Nullable;

/**
 * What may be changed on an order without touching its contents or its money (behaviour notes, orders 6.3); always all
 * of it, as it is from now on.
 */
public record OrderDetails(
        String locale,
        Personal<Buyer> buyer,
        @Nullable LocalDate followupAt,
        boolean checkinAttention,
        @Nullable Personal<String> checkinText,
        boolean validIfPending,
        Personal<Object> apiMeta,
        @Nullable String customer) {}
