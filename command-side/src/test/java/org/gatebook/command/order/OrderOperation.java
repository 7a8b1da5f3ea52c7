package org.gatebook.command.order;

import static org.gatebook.command.order.OrderExamples.ID;
import static org.gatebook.command.order.OrderExamples.LATER;
import static org.gatebook.command.order.OrderExamples.NOTHING;
import static org.gatebook.command.order.OrderExamples.NOW;
import static org.gatebook.command.order.OrderExamples.eur;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.invoice.InvoiceWish;
import org.gatebook.api.invoice.MakeInvoices;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.Buyer;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderCommand.AfterRefund;
import org.gatebook.api.order.OrderCommand.AnswerQuestions;
import org.gatebook.api.order.OrderCommand.ApproveOrder;
import org.gatebook.api.order.OrderCommand.CancelOrder;
import org.gatebook.api.order.OrderCommand.CancelOrderForFee;
import org.gatebook.api.order.OrderCommand.CancelPayment;
import org.gatebook.api.order.OrderCommand.CancelRefund;
import org.gatebook.api.order.OrderCommand.ChangeAttendee;
import org.gatebook.api.order.OrderCommand.ChangeOrder;
import org.gatebook.api.order.OrderCommand.ChangeOrderDetails;
import org.gatebook.api.order.OrderCommand.CompleteRefund;
import org.gatebook.api.order.OrderCommand.ConfirmPayment;
import org.gatebook.api.order.OrderCommand.DeleteTestOrder;
import org.gatebook.api.order.OrderCommand.DenyOrder;
import org.gatebook.api.order.OrderCommand.EraseOrder;
import org.gatebook.api.order.OrderCommand.ExpireOrder;
import org.gatebook.api.order.OrderCommand.ExtendOrder;
import org.gatebook.api.order.OrderCommand.MarkOrderPaid;
import org.gatebook.api.order.OrderCommand.MarkOrderPending;
import org.gatebook.api.order.OrderCommand.MarkOrderRefunded;
import org.gatebook.api.order.OrderCommand.ProcessRefund;
import org.gatebook.api.order.OrderCommand.ReactivateOrder;
import org.gatebook.api.order.OrderCommand.RecordPayment;
import org.gatebook.api.order.OrderCommand.RecordRefund;
import org.gatebook.api.order.OrderCommand.RefundPayment;
import org.gatebook.api.order.OrderCommand.ReplaceOrderSecret;
import org.gatebook.api.order.OrderCommand.RequestMail;
import org.gatebook.api.order.OrderCommand.SellGiftCards;
import org.gatebook.api.order.OrderDetails;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.RefundRecorded;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderMail;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedRefund;
import org.gatebook.api.order.RefundSource;
import org.gatebook.api.order.RefundState;
import org.gatebook.api.order.change.AttendeePatch;
import org.gatebook.api.order.change.ChangeOperation;
import org.gatebook.api.order.change.ChangeOperation.AddLine;
import org.gatebook.api.order.change.ChangeOperation.AlterLine;
import org.gatebook.api.order.change.ChangeOperation.CancelFee;
import org.gatebook.api.order.change.ChangeOperation.CancelLine;
import org.gatebook.api.order.change.ChangeOperation.ChangeFee;
import org.gatebook.api.order.change.ChangeOperation.Keep;
import org.gatebook.api.order.change.ChangeOperation.RecalculateTaxes;
import org.gatebook.api.order.change.ChangeOperation.SplitLine;
import org.gatebook.api.order.change.LinePatch;
import org.gatebook.api.order.change.NewLine;
import org.gatebook.api.order.change.Patch;
import org.gatebook.api.order.change.SplitInto;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.command.order.change.FestivalOffer;

/**
 * Something that clients ask of an order.
 *
 * @param title as they ask for it
 * @param before what has to have happened, so that there is something to ask it of
 */
record OrderOperation(String title, AggregateCommand<?> command, List<OrderEvent> before) {

    private static final AfterRefund PENDING = new AfterRefund(false, true, NOW);
    private static final AfterRefund CANCELED = new AfterRefund(true, false, NOW);

    static List<OrderOperation> all() {
        return List.of(
                of("`mark_paid`", new MarkOrderPaid(ID, 90, NOW, false)),
                of("`mark_pending`", new MarkOrderPending(ID, NOW)),
                of("`mark_expired`", new ExpireOrder(ID, NOW, false)),
                of("`mark_canceled`", new CancelOrder(ID, NOW, null)),
                of("`mark_canceled` for a fee", new CancelOrderForFee(ID, NOW, null, fee())),
                of("`mark_refunded`", new MarkOrderRefunded(ID, NOW)),
                of("`approve`", new ApproveOrder(ID, NOW, 90)),
                of("`deny`", new DenyOrder(ID, NOW, null)),
                of("`reactivate`", new ReactivateOrder(ID, NOW)),
                of("`extend`", new ExtendOrder(ID, LATER, NOW, false)),
                of("create a payment, open", payment(PaymentState.CREATED)),
                of("create a payment of all, confirmed", payment(PaymentState.CONFIRMED)),
                of("payment: `confirm`, open", new ConfirmPayment(ID, 1, NOW, false)),
                of("payment: `cancel`, open", new CancelPayment(ID, 1)),
                of("payment: `refund` in part", new RefundPayment(ID, 2, eur("6.00"), PENDING)),
                of("payment: `refund` in part, and cancel", new RefundPayment(ID, 2, eur("6.00"), CANCELED)),
                of("create a refund, done", refund(PENDING)),
                of("create a refund, done, and cancel", refund(CANCELED)),
                of("refund: `done`", new CompleteRefund(ID, 1, NOW), given(RefundState.CREATED)),
                of("refund: `cancel`", new CancelRefund(ID, 1), given(RefundState.CREATED)),
                of("refund: `process`, external", new ProcessRefund(ID, 1, PENDING), given(RefundState.EXTERNAL)),
                of(
                        "refund: `process`, external, and cancel",
                        new ProcessRefund(ID, 1, CANCELED),
                        given(RefundState.EXTERNAL)),
                of("`change`: position to a higher price", change(altered("30.00"))),
                of("`change`: position to a lower price", change(altered("1.00"))),
                of("`change`: add a position", change(added())),
                of("`change`: cancel a position", change(new CancelLine(1002))),
                of("`change`: split a position", change(new SplitLine(1002))),
                of("`change`: change a fee", change(new ChangeFee(OrderExample.FEE, eur("9.00")))),
                of("`change`: cancel a fee", change(new CancelFee(OrderExample.FEE))),
                of("`change`: recalculate taxes", change(new RecalculateTaxes(Keep.NET))),
                of("PATCH a position's attendee", new ChangeAttendee(ID, 1001, attendee())),
                of("answer questions at the door", answers()),
                of("PATCH the order", new ChangeOrderDetails(ID, details())),
                of("DELETE the order", new DeleteTestOrder(ID, NOW)),
                of("`regenerate_secrets`", new ReplaceOrderSecret(ID, Personal.bearer(ID.subject(), "other"))),
                of("`resend_link`", new RequestMail(ID, OrderMail.LINK, false, null, "https://example.org")),
                of("sell the gift cards in it", new SellGiftCards(ID, Set.of(FestivalOffer.TICKET))),
                of("`create_invoice`", new MakeInvoices(ID, new InvoiceWish.ByHand(), NOW)),
                of("erase its people, before the event is over", erasure(false, false)),
                of("erase its people, the same by force", erasure(false, true)),
                of("erase its people, afterwards", erasure(true, false)));
    }

    private static OrderOperation of(String title, AggregateCommand<?> command, OrderEvent... before) {
        return new OrderOperation(title, command, List.of(before));
    }

    private static EraseOrder erasure(boolean over, boolean force) {
        return new EraseOrder(ID, 5001, true, List.of(1001L, 1002L), over, force, LocalDate.of(2020, 1, 1));
    }

    private static OrderFee fee() {
        return new OrderFee(2002, OrderFee.CANCELLATION, eur("5.00"), "", "", null, BigDecimal.ZERO, eur("0.00"));
    }

    private static RecordPayment payment(PaymentState state) {
        return new RecordPayment(ID, 90, state, eur("25.00"), null, "manual", NOTHING, NOW, false);
    }

    private static RecordRefund refund(AfterRefund then) {
        return new RecordRefund(
                ID, RefundState.DONE, RefundSource.ADMIN, eur("6.00"), null, null, null, "manual", NOTHING, then);
    }

    private static OrderEvent given(RefundState state) {
        RefundSource source = state == RefundState.EXTERNAL ? RefundSource.EXTERNAL : RefundSource.ADMIN;
        return new RefundRecorded(
                ID, new PlacedRefund(1, state, source, null, eur("6.00"), NOW, null, null, "manual", NOTHING));
    }

    private static ChangeOrder change(ChangeOperation operation) {
        SplitInto into = new SplitInto(new OrderId(18), new OrderCode("SPLIT"));
        return new ChangeOrder(ID, List.of(operation), into, 90, NOW, false);
    }

    private static AlterLine altered(String price) {
        return new AlterLine(
                1001,
                new LinePatch(
                        Patch.none(),
                        Patch.none(),
                        Patch.none(),
                        Patch.none(),
                        Patch.to(eur(price)),
                        Patch.none(),
                        Patch.none(),
                        Patch.none()));
    }

    private static AddLine added() {
        return new AddLine(new NewLine(
                1003,
                FestivalOffer.TICKET,
                null,
                null,
                null,
                null,
                null,
                Personal.of(SubjectId.of("position", 1003), Attendee.unknown()),
                null,
                null));
    }

    private static AttendeePatch attendee() {
        return new AttendeePatch(
                Patch.none(),
                Patch.to("ada@example.org"),
                Patch.none(),
                Patch.none(),
                Patch.none(),
                Patch.none(),
                Patch.none(),
                Patch.none(),
                Patch.none());
    }

    private static AnswerQuestions answers() {
        return new AnswerQuestions(ID, 1001, Personal.of(SubjectId.of("position", 1001), List.of()), Set.of(31L));
    }

    private static OrderDetails details() {
        return new OrderDetails(
                "de",
                Personal.of(ID.subject(), new Buyer(null, null, "", null)),
                null,
                false,
                null,
                false,
                NOTHING,
                null);
    }
}
