package org.gatebook.command.order.state;

import java.util.List;
import org.gatebook.command.order.usage.HeldLine;
import org.gatebook.command.order.usage.Holdings;
import org.gatebook.command.order.usage.Product;
import org.jspecify.annotations.Nullable;

/** What an order holds of what is limited, by its state. */
public final class OrderHoldings {

    private OrderHoldings() {}

    /** What the order holds. */
    public static Holdings of(@Nullable OrderState state) {
        return switch (state) {
            case null -> Holdings.NONE;
            case OrderState.Pending pending -> Holdings.ofValid(lines(pending));
            case OrderState.Paid paid -> Holdings.ofValid(lines(paid));
            case OrderState.Expired expired -> Holdings.ofExpired(lines(expired));
            case OrderState.Canceled canceled -> Holdings.NONE;
            case OrderState.Deleted deleted -> Holdings.NONE;
        };
    }

    /** The positions that hold something, or would if the order were valid. */
    public static List<HeldLine> lines(OrderState state) {
        return lines(state.contents().activeLines());
    }

    /** What these positions hold, or would. */
    public static List<HeldLine> lines(List<Line> lines) {
        return lines.stream().map(OrderHoldings::held).toList();
    }

    private static HeldLine held(Line line) {
        return new HeldLine(
                new Product(line.item(), line.terms().variation(), line.subevent()),
                line.voucher(),
                line.terms().voucherBudgetUse(),
                line.terms().seat());
    }
}
