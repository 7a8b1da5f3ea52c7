package org.gatebook.command.order.change;

import java.util.List;
import org.gatebook.api.decision.Refusal;
import org.gatebook.command.order.state.OrderHoldings;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Paid;
import org.gatebook.command.order.state.OrderState.Pending;
import org.gatebook.command.order.usage.HeldLine;
import org.jspecify.annotations.Nullable;

/**
 * What a change comes to, before anybody was asked for places.
 *
 * @param refusal why it comes to nothing, whatever places there are; null if it may
 * @param money null where it comes to nothing
 */
public record ChangePlan(
        OrderState state,
        ContentsDraft draft,
        int given,
        @Nullable Refusal refusal,
        @Nullable MoneyAfterChange money) {

    /** Whether the order holds places and is to hold these. */
    public boolean takesPlaces() {
        return refusal == null && draft.isDifferent() && (state instanceof Pending || state instanceof Paid);
    }

    /** Whether the order holds no places and is to hold those that stay. */
    public boolean takesPlacesBack() {
        return refusal == null && money != null && money.takesPlacesBack();
    }

    /** The positions that are to hold places. What is split off goes on to hold them, for another order. */
    public List<HeldLine> wanted() {
        return OrderHoldings.lines(
                takesPlacesBack() ? draft.active() : draft.held().toList());
    }
}
