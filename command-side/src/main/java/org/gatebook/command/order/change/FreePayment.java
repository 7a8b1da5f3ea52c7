package org.gatebook.command.order.change;

import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedPayment;
import org.gatebook.api.personal.Personal;

/** What costs nothing is paid by a payment of nothing. */
public final class FreePayment {

    private static final String PROVIDER = "free";

    private FreePayment() {}

    /** The payment, which has arrived at once. */
    public static PlacedPayment of(OrderId order, int localId, Currency currency, long id, Instant now) {
        return new PlacedPayment(
                id,
                localId,
                PROVIDER,
                PaymentState.CONFIRMED,
                Money.zero(currency),
                now,
                now,
                Personal.of(order.subject(), Map.of()));
    }
}
