package org.gatebook.command.order.refund;

import static org.gatebook.web.form.kind.Types.flag;

import org.gatebook.api.order.OrderCommand.AfterRefund;
import org.gatebook.web.form.SingleValue;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.RequestBody;

/** What a client wants to become of an order whose money is given back. */
public final class AfterRefunds {

    private AfterRefunds() {}

    /** Of an order whose payment is given back: it is pending unless it is cancelled. */
    public static AfterRefund ofPayment(ApiRequest request) {
        return new AfterRefund(cancels(request.body()), true, request.now());
    }

    /** The old name has precedence where it is sent (behaviour notes, orders 18.7 and 19.3). */
    static boolean cancels(RequestBody body) {
        String name = SingleValue.raw(body, "mark_refunded").isMissingNode() ? "mark_canceled" : "mark_refunded";
        return SingleValue.of(body, name, flag(), false);
    }
}
