package org.gatebook.api.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.giftcard.GiftCardSale;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.change.AnsweredFiles;
import org.gatebook.api.order.change.AttendeePatch;
import org.gatebook.api.order.change.ChangeOperation;
import org.gatebook.api.order.change.ChangedContents;
import org.gatebook.api.order.change.SplitInto;
import org.gatebook.api.personal.Personal;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of an order. Whether there are places is a fact that comes with the command, read in the same
 * transaction; the counters themselves refuse at its end if another buyer was faster. One list of all commands, which is why
 * the file is long.
 */
public sealed interface OrderCommand<R> extends AggregateCommand<R> {

    /** The number of the order. */
    OrderId order();

    @Override
    default String aggregateId() {
        return order().aggregateId();
    }

    /**
     * Places an order that was priced and checked.
     *
     * @param wish how it is to be paid
     */
    record PlaceOrder(PlacedOrder placed, PaymentWish wish) implements OrderCommand<OrderId> {
        @Override
        public OrderId order() {
            return placed.id();
        }

        @Override
        public boolean begins() {
            return true;
        }

        /** Whether it costs nothing and a payment of nothing makes it paid at once (behaviour notes, orders 7.8). */
        public boolean paidForNothing() {
            boolean free = placed.total().amount().signum() == 0;
            return free && (wish.paid() ? wish.provider() == null : !placed.requireApproval());
        }
    }

    /**
     * How an order is to be paid (behaviour notes, orders 7.8).
     *
     * @param paid whether the client says that the money has arrived
     * @param provider null if none was named
     * @param paymentId number for the payment, if there is to be one
     * @param paymentDate when the money arrived; null if the client sent null
     */
    record PaymentWish(
            boolean paid,
            @Nullable String provider,
            long paymentId,
            Personal<Object> info,
            @Nullable Instant paymentDate) {}

    /**
     * Says that everything was paid, by hand (behaviour notes, orders 12.3).
     *
     * @param paymentId number for the payment, if one has to be made
     * @param force whether only what is physically impossible may stop it
     */
    record MarkOrderPaid(OrderId order, long paymentId, Instant now, boolean force) implements OrderCommand<OrderId> {}

    /**
     * Records a payment (behaviour notes, orders 18.3); answered with its local id.
     *
     * @param paymentId number that clients see in the link to pay
     */
    record RecordPayment(
            OrderId order,
            long paymentId,
            PaymentState state,
            Money amount,
            @Nullable Instant paymentDate,
            String provider,
            Personal<Object> info,
            Instant now,
            boolean force)
            implements OrderCommand<Integer> {}

    /** Says that an open payment has arrived (behaviour notes, orders 18.5); answered with its local id. */
    record ConfirmPayment(OrderId order, int localId, Instant now, boolean force) implements OrderCommand<Integer> {}

    /** Gives an open payment up (behaviour notes, orders 18.6). */
    record CancelPayment(OrderId order, int localId) implements OrderCommand<Integer> {}

    /** Takes the money as not arrived (behaviour notes, orders 12.4). */
    record MarkOrderPending(OrderId order, Instant now) implements OrderCommand<OrderId> {}

    /**
     * Ends the time for paying (behaviour notes, orders 12.5 and 12.12).
     *
     * @param onlyIfOverdue whether nothing but its own time may end it: nobody asked for it
     */
    record ExpireOrder(OrderId order, Instant now, boolean onlyIfOverdue) implements OrderCommand<OrderId> {}

    /**
     * Cancels the whole order without a fee (behaviour notes, orders 12.9).
     *
     * @param comment what the buyer is told, sealed under the order; null if nothing
     */
    record CancelOrder(OrderId order, Instant now, @Nullable Personal<String> comment)
            implements OrderCommand<OrderId> {}

    /**
     * Cancels everything but for a fee (behaviour notes, orders 12.9).
     *
     * @param comment what the buyer is told, sealed under the order; null if nothing
     * @param fee more than nothing; at most the order's total
     */
    record CancelOrderForFee(
            OrderId order, Instant now, @Nullable Personal<String> comment, OrderFee fee)
            implements OrderCommand<OrderId> {}

    /**
     * Lets it be paid until another moment (behaviour notes, orders 12.6).
     *
     * @param force whether an expired order comes back although its places are gone
     */
    record ExtendOrder(OrderId order, Instant expires, Instant now, boolean force) implements OrderCommand<OrderId> {}

    /**
     * Says yes to an order that waits for it (behaviour notes, orders 12.7).
     *
     * @param paymentId number for the payment of a free order
     */
    record ApproveOrder(OrderId order, Instant now, long paymentId) implements OrderCommand<OrderId> {}

    /**
     * Says no to an order that waits for it (behaviour notes, orders 12.8).
     *
     * @param comment what the buyer is told, sealed under the order; null if nothing
     */
    record DenyOrder(OrderId order, Instant now, @Nullable Personal<String> comment) implements OrderCommand<OrderId> {}

    /** Cancels a paid order whose money was given back outside (behaviour notes, orders 12.2). */
    record MarkOrderRefunded(OrderId order, Instant now) implements OrderCommand<OrderId> {}

    /** Takes a cancellation back (behaviour notes, orders 12.10). */
    record ReactivateOrder(OrderId order, Instant now) implements OrderCommand<OrderId> {}

    /** Gives the order another secret (behaviour notes, orders 12.11). */
    record ReplaceOrderSecret(OrderId order, Personal<String> secret) implements OrderCommand<OrderId> {}

    /** Deletes an order that was a test (behaviour notes, orders 6.4). */
    record DeleteTestOrder(OrderId order, Instant now) implements OrderCommand<OrderId> {}

    /**
     * Records a refund that somebody made (behaviour notes, orders 19.3); answered with its local id.
     *
     * @param payment local id of the payment; null if none in particular
     * @param executionDate null to take now if it is done
     * @param then what becomes of the order
     */
    record RecordRefund(
            OrderId order,
            RefundState state,
            RefundSource source,
            Money amount,
            @Nullable Integer payment,
            @Nullable Instant executionDate,
            @Nullable Personal<String> comment,
            String provider,
            Personal<Object> info,
            AfterRefund then)
            implements OrderCommand<Integer> {}

    /**
     * Gives a payment back (behaviour notes, orders 18.7).
     *
     * @param payment its local id
     * @param amount null for all of it
     */
    record RefundPayment(
            OrderId order, int payment, @Nullable Money amount, AfterRefund then) implements OrderCommand<GivenBack> {}

    /**
     * What was given back of a payment.
     *
     * @param localId the refund's
     * @param giftCard number of the card to which it goes; null if it goes elsewhere
     * @param canceled whether the order was cancelled with it
     */
    record GivenBack(int localId, Money amount, @Nullable Long giftCard, boolean canceled) {}

    /** Says that a refund's money was given back (behaviour notes, orders 19.4); answered with its local id. */
    record CompleteRefund(OrderId order, int localId, Instant now) implements OrderCommand<Integer> {}

    /** Takes note of what a provider gave back by itself (behaviour notes, orders 19.5); answered with its local id. */
    record ProcessRefund(OrderId order, int localId, AfterRefund then) implements OrderCommand<Integer> {}

    /** Gives a refund up (behaviour notes, orders 19.6); answered with its local id. */
    record CancelRefund(OrderId order, int localId) implements OrderCommand<Integer> {}

    /**
     * What becomes of an order whose money is given back.
     *
     * @param cancel whether it is cancelled
     * @param pending whether a paid order that owes money now is pending then
     */
    record AfterRefund(boolean cancel, boolean pending, Instant now) {}

    /** Changes what accompanies the order (behaviour notes, orders 6.3). */
    record ChangeOrderDetails(OrderId order, OrderDetails details) implements OrderCommand<OrderId> {}

    /**
     * Changes what the order holds: all of it or nothing (behaviour notes, orders 17).
     *
     * @param operations in the order in which they are looked at
     * @param splitInto the order for what is split off; null if nothing is
     * @param paymentId number for the payment, if nothing is owed any more
     * @param mailWanted whether the client wants the buyer to be told
     */
    record ChangeOrder(
            OrderId order,
            List<ChangeOperation> operations,
            @Nullable SplitInto splitInto,
            long paymentId,
            Instant now,
            boolean mailWanted)
            implements OrderCommand<ChangedContents> {
        public ChangeOrder {
            operations = List.copyOf(operations);
        }
    }

    /**
     * Begins the order that positions were split off into (behaviour notes, orders 17.6).
     *
     * @param from the order that they were in
     * @param offset so much of its money goes along; zero for none
     * @param info what is known of that money
     * @param paymentId number for the payment
     * @param paid whether nothing is owed
     * @param giftCards numbers of the positions with which gift cards were sold
     */
    record BeginSplitOrder(
            PlacedOrder placed,
            OrderId from,
            Money offset,
            Personal<Object> info,
            long paymentId,
            boolean paid,
            Set<Long> giftCards)
            implements OrderCommand<OrderId> {
        public BeginSplitOrder {
            giftCards = Set.copyOf(giftCards);
        }

        @Override
        public OrderId order() {
            return placed.id();
        }

        @Override
        public boolean begins() {
            return true;
        }
    }

    /**
     * Changes who comes with a position and what was answered (behaviour notes, orders 15.3, stage B); answered with what it
     * means for the files among the answers.
     */
    record ChangeAttendee(OrderId order, long line, AttendeePatch patch) implements OrderCommand<AnsweredFiles> {}

    /**
     * Sells gift cards with those positions of a paid order that are of these products and have none yet (decisions,
     * "Copied on purpose"); answered with them. An order that is not paid sells none.
     */
    record SellGiftCards(OrderId order, Set<Long> products) implements OrderCommand<GiftCardSale> {
        public SellGiftCards {
            products = Set.copyOf(products);
        }
    }

    /**
     * Lets its people be told of something that just happened; answered with whether they are.
     *
     * @param attendees whether those who come along are told too
     * @param channels only if it was sold through one of these sales channels; null for any
     * @param origin where the links begin that they get: scheme, host and port
     */
    record RequestMail(
            OrderId order,
            OrderMail mail,
            boolean attendees,
            @Nullable Set<String> channels,
            String origin) implements OrderCommand<Boolean> {
        public RequestMail {
            channels = channels == null ? null : Set.copyOf(channels);
        }
    }

    /** Asks where it stands; nothing happens. */
    record NameStatus(OrderId order) implements OrderCommand<OrderStatus> {}

    /** Asks which gift cards were sold with positions that are not cancelled; nothing happens. */
    record NameSoldGiftCards(OrderId order) implements OrderCommand<GiftCardSale> {}

    /**
     * Answers questions for a position, and takes answers back.
     *
     * @param answers sealed under the position
     * @param withdrawn questions that have no answer from now on
     */
    record AnswerQuestions(OrderId order, long line, Personal<List<Attendee.Answer>> answers, Set<Long> withdrawn)
            implements OrderCommand<OrderId> {}

    /**
     * Says in the order's stream that people were erased.
     *
     * @param over whether its event, or all dates that it has positions for, are over
     * @param force whether somebody insists although it is not over
     * @param keepSince invoices of this day and later ones are kept
     */
    record EraseOrder(
            OrderId order,
            long erasure,
            boolean buyer,
            List<Long> lines,
            boolean over,
            boolean force,
            LocalDate keepSince)
            implements OrderCommand<ErasedInvoices> {
        public EraseOrder {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What becomes of the recipients of an order's invoices when its buyer is erased.
     *
     * @param erased ids of invoices whose recipients are erased
     * @param kept ids of those that are kept, with the day of the last document that names the recipient
     */
    record ErasedInvoices(List<Long> erased, Map<Long, LocalDate> kept) {
        public ErasedInvoices {
            erased = List.copyOf(erased);
            kept = Map.copyOf(kept);
        }
    }
}
