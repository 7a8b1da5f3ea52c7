package org.gatebook.command.order;

import java.util.List;
import org.gatebook.command.order.OrderContents.Line;
import org.gatebook.command.order.OrderState.Canceled;
import org.gatebook.command.order.OrderState.Deleted;
import org.gatebook.command.order.OrderState.Expired;
import org.gatebook.command.order.OrderState.Paid;
import org.gatebook.command.order.OrderState.Pending;
import org.gatebook.command.order.usage.HeldLine;
import org.gatebook.command.order.usage.Holdings;
import org.gatebook.command.order.usage.Product;
import org.jspecify.annotations.Nullable;

/** What an order holds of what is limited, by its state. */
final class OrderHoldings {

    private OrderHoldings() {}

    static Holdings of(@Nullable OrderState state) {
        return switch (state) {
            case null -> Holdings.NONE;
            case Pending pending -> Holdings.ofValid(lines(pending));
            case Paid paid -> Holdings.ofValid(lines(paid));
            case Expired expired -> Holdings.ofExpired(lines(expired));
            case Canceled canceled -> Holdings.NONE;
            case Deleted deleted -> Holdings.NONE;
        };
    }

    /** The positions that hold something, or would if the order were valid. */
    static List<HeldLine> lines(OrderState state) {
        return state.contents().activeLines().stream().map(OrderHoldings::held).toList();
    }

    private static HeldLine held(Line line) {
        return new HeldLine(
                new Product(line.item(), line.variation(), line.subevent()),
                line.voucher(),
                line.voucherBudgetUse(),
                line.seat());
    }
}
