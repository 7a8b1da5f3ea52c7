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
import org.gatebook.command.order.state.OrderState;
import org.jspecify.annotations.Nullable;

/**
 * Decides about changes of what an order holds, in two steps. All operations are carried out on a draft, which says what
 * places it takes as a whole, so that one may take what another gives up; and when these were looked for, it happens
 * (behaviour notes, orders 17.1 and 17.2).
 */
public final class ChangeDecider {

    private static final int MOST_POSITIONS = 500;

    /** More than the reference's database can hold. */
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(11);

    private ChangeDecider() {}

    /** Carries the operations out on a draft; the order's state does not matter for it. */
    public static ChangePlan plan(OrderState state, ChangeOrder command, ChangeFacts facts) {
        ContentsDraft draft = new ContentsDraft(state.contents());
        DraftOperations operations = new DraftOperations(draft, facts);
        Refusal refusal = operations.carryOut(command.operations());
        if (refusal == null && draft.active().size() > MOST_POSITIONS) {
            refusal = ChangeRefusals.TOO_MANY_POSITIONS;
        }
        SplitInto into = command.splitInto();
        SplitOff split = refusal != null || draft.moved().isEmpty()
                ? null
                : Splitting.of(state, draft, Objects.requireNonNull(into), facts.offer(), command.now());
        MoneyAfterChange money =
                refusal == null ? new MoneyAfterChange(state, draft, split, command, facts.offer()) : null;
        return new ChangePlan(state, draft, operations.given(), refusal, money);
    }

    /**
     * Lets the plan happen as a whole, or not at all.
     *
     * @param unavailable why there are not the places that the plan takes, or takes back; null if there are
     */
    public static Outcome<OrderEvent, ChangedContents> change(
            ChangeOrder command, ChangePlan plan, ChangeFacts facts, @Nullable Refusal unavailable) {
        OrderContents before = plan.state().contents();
        ContentsDraft draft = plan.draft();
        MoneyAfterChange money = plan.money();
        if (plan.refusal() != null || money == null) {
            return refused(Objects.requireNonNull(plan.refusal(), "a plan comes to money or nothing"));
        }
        if (!draft.isDifferent()) {
            return accepted(contents(before, draft, null), List.of());
        }
        Refusal refusal = refusal(plan, money, facts, unavailable);
        if (refusal != null) {
            return refused(refusal);
        }
        SplitInto into = command.splitInto();
        List<OrderEvent> events = new ArrayList<>(draft.events(into == null ? null : into.order()));
        events.addAll(money.events());
        events.add(new ContentsChanged(command.order(), command.now(), command.mailWanted()));
        return accepted(contents(before, draft, money.split()), events);
    }

    private static @Nullable Refusal refusal(
            ChangePlan plan, MoneyAfterChange money, ChangeFacts facts, @Nullable Refusal unavailable) {
        ContentsDraft draft = plan.draft();
        if (plan.takesPlaces()) {
            Refusal refusal = unavailable == null ? seatOfAnotherDate(draft, facts) : unavailable;
            if (refusal != null) {
                return refusal;
            }
        }
        int held = plan.state().contents().activeLines().size();
        if (held > 0 && held - plan.given() + draft.added().size() < 1) {
            return OrderRefusals.WOULD_BE_EMPTY;
        }
        if (draft.total().amount().abs().compareTo(TOO_MUCH) >= 0) {
            return OrderRefusals.TOO_EXPENSIVE;
        }
        if (plan.takesPlacesBack() && unavailable != null) {
            return ChangeRefusals.FREE_BUT_SOLD_OUT;
        }
        return money.refusal();
    }

    private static @Nullable Refusal seatOfAnotherDate(ContentsDraft draft, ChangeFacts facts) {
        if (!facts.offer().series()) {
            return null;
        }
        for (Line line : draft.active()) {
            Long sitsOn = line.terms().seat();
            Seat seat = sitsOn == null ? null : facts.seat(sitsOn);
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
