package org.gatebook.api.order.change;

import java.time.Instant;
import java.util.List;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * The order that positions were split off into, as far as the old order decides it (behaviour notes, orders 17.6).
 *
 * @param from the code of the old order
 * @param lines in their order
 * @param fees copies that still have the numbers of the old order's
 * @param total of lines and fees
 * @param offset so much of the old order's money goes along
 * @param paid whether that is enough
 */
public record SplitOff(
        OrderId order,
        OrderCode code,
        OrderCode from,
        boolean testmode,
        boolean requireApproval,
        String salesChannel,
        Instant expires,
        List<MovedLine> lines,
        List<OrderFee> fees,
        Money total,
        Money offset,
        boolean paid) {

    public SplitOff {
        lines = List.copyOf(lines);
        fees = List.copyOf(fees);
    }

    /**
     * A position that moves; who comes with it is not the old order's knowledge.
     *
     * @param soldCard whether a gift card was sold with it
     */
    public record MovedLine(
            long id,
            int positionid,
            LineTerms terms,
            @Nullable Long voucher,
            @Nullable Long discount,
            @Nullable Long addonTo,
            boolean bundled,
            boolean soldCard) {}
}
