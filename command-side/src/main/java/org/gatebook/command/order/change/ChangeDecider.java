package org.gatebook.command.order.change;

import static org.gatebook.api.decision.Outcome.accepted;
import static org.gatebook.api.decision.Outcome.refused;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.giftcard.GiftCardSale;
import org.gatebook.api.giftcard.GiftCardSale.SoldGiftCard;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.order.OrderCommand.ChangeOrder;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.ContentsChanged;
import org.gatebook.api.order.OrderRefusals;
import org.gatebook.api.order.change.ChangeRefusals;
import org.gatebook.api.order.change.ChangedContents;
import org.gatebook.api.order.change.ChangedContents.HeldLine;
import org.gatebook.api.order.change.SplitInto;
import org.gatebook.api.order.change.SplitOff;
import org.gatebook.command.order.state.Line;
import org.gatebook.command.order.state.OrderContents;
import org.gatebook.command.order.state.OrderHoldings;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Paid;
import org.gatebook.command.order.state.OrderState.Pending;
import org.jspecify.annotations.Nullable;

/**
 * Decides about changes of what an order holds. All operations are carried out on a draft; what it comes to is checked as
 * a whole, so that one may take what another gives up; and only then it happens (behaviour notes, orders 17.1 and 17.2).
 */
public final class ChangeDecider {

    private static final int MOST_POSITIONS = 500;

    /** More than the reference's database can hold. */
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(11);

    private ChangeDecider() {}

    /** The order's state does not matter but for places: of an order that holds none nobody asks for more. */
    public static Outcome<OrderEvent, ChangedContents> change(
            OrderState state, ChangeOrder command, ChangeSurroundings around) {
        OrderContents before = state.contents();
        ContentsDraft draft = new ContentsDraft(before);
        DraftOperations operations = new DraftOperations(draft, around);
        Refusal refusal = operations.carryOut(command.operations());
        if (refusal == null && draft.isDifferent()) {
            refusal = refusal(state, draft, operations, around);
        }
        if (refusal != null) {
            return refused(refusal);
        }
        if (!draft.isDifferent()) {
            return accepted(contents(before, draft, null), List.of());
        }
        SplitInto into = command.splitInto();
        SplitOff split = draft.moved().isEmpty()
                ? null
                : Splitting.of(state, draft, Objects.requireNonNull(into), around.offer(), command.now());
        MoneyAfterChange money = new MoneyAfterChange(state, draft, split, command, around);
        Refusal unpayable = money.refusal();
        if (unpayable != null) {
            return refused(unpayable);
        }
        List<OrderEvent> events = new ArrayList<>(draft.events(into == null ? null : into.order()));
        events.addAll(money.events());
        events.add(new ContentsChanged(command.order(), command.now(), command.mailWanted()));
        return accepted(contents(before, draft, split), events);
    }

    private static @Nullable Refusal refusal(
            OrderState state, ContentsDraft draft, DraftOperations operations, ChangeSurroundings around) {
        if (draft.active().size() > MOST_POSITIONS) {
            return ChangeRefusals.TOO_MANY_POSITIONS;
        }
        if (state instanceof Pending || state instanceof Paid) {
            Refusal refusal =
                    around.unavailable(OrderHoldings.lines(draft.held().toList()));
            if (refusal == null) {
                refusal = seatOfAnotherDate(draft, around);
            }
            if (refusal != null) {
                return refusal;
            }
        }
        int held = state.contents().activeLines().size();
        if (held > 0 && held - operations.given() + draft.added().size() < 1) {
            return OrderRefusals.WOULD_BE_EMPTY;
        }
        return draft.total().amount().abs().compareTo(TOO_MUCH) < 0 ? null : OrderRefusals.TOO_EXPENSIVE;
    }

    private static @Nullable Refusal seatOfAnotherDate(ContentsDraft draft, ChangeSurroundings around) {
        if (!around.offer().series()) {
            return null;
        }
        for (Line line : draft.active()) {
            Long sitsOn = line.terms().seat();
            Seat seat = sitsOn == null ? null : around.seat(sitsOn);
            if (seat != null && !Objects.equals(seat.subevent(), line.subevent())) {
                return ChangeRefusals.seatOfAnotherDate(seat.name());
            }
        }
        return null;
    }

    private static ChangedContents contents(OrderContents before, ContentsDraft draft, @Nullable SplitOff split) {
        return new ChangedContents(
                draft.isDifferent(),
                draft.isInvoiceAffected(),
                draft.canceled().stream().map(Line::id).toList(),
                new GiftCardSale(
                        before.code(),
                        before.testmode(),
                        draft.canceled().stream()
                                .filter(Line::soldCard)
                                .map(line -> new SoldGiftCard(line.id(), line.price()))
                                .toList()),
                draft.altered(),
                draft.added(),
                draft.held().map(line -> new HeldLine(line.id(), line.item())).toList(),
                split);
    }
}
