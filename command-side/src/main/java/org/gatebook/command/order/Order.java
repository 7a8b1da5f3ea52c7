package org.gatebook.command.order;

import java.util.List;
import java.util.function.Function;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.giftcard.GiftCardSale;
import org.gatebook.api.invoice.MakeInvoices;
import org.gatebook.api.order.OrderCommand.AnswerQuestions;
import org.gatebook.api.order.OrderCommand.ApproveOrder;
import org.gatebook.api.order.OrderCommand.BeginSplitOrder;
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
import org.gatebook.api.order.OrderCommand.ErasedInvoices;
import org.gatebook.api.order.OrderCommand.ExpireOrder;
import org.gatebook.api.order.OrderCommand.ExtendOrder;
import org.gatebook.api.order.OrderCommand.GivenBack;
import org.gatebook.api.order.OrderCommand.MarkOrderPaid;
import org.gatebook.api.order.OrderCommand.MarkOrderPending;
import org.gatebook.api.order.OrderCommand.MarkOrderRefunded;
import org.gatebook.api.order.OrderCommand.NameSoldGiftCards;
import org.gatebook.api.order.OrderCommand.NameStatus;
import org.gatebook.api.order.OrderCommand.PlaceOrder;
import org.gatebook.api.order.OrderCommand.ProcessRefund;
import org.gatebook.api.order.OrderCommand.ReactivateOrder;
import org.gatebook.api.order.OrderCommand.RecordPayment;
import org.gatebook.api.order.OrderCommand.RecordRefund;
import org.gatebook.api.order.OrderCommand.RefundPayment;
import org.gatebook.api.order.OrderCommand.ReplaceOrderSecret;
import org.gatebook.api.order.OrderCommand.RequestMail;
import org.gatebook.api.order.OrderCommand.SellGiftCards;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderStatus;
import org.gatebook.api.order.change.AnsweredFiles;
import org.gatebook.api.order.change.ChangedContents;
import org.gatebook.command.order.change.AttendeeDecider;
import org.gatebook.command.order.change.ChangeDecider;
import org.gatebook.command.order.change.ChangeFacts;
import org.gatebook.command.order.change.ChangePlan;
import org.gatebook.command.order.change.SplitDecider;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.eventstore.aggregate.Decides;
import org.gatebook.eventstore.aggregate.EventSourcedAggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * What Axon sees of an order; the rules are in the deciders beside it. A method for each command, which is why the file is
 * long.
 */
class Order extends EventSourcedAggregateRoot<OrderState, OrderEvent> {

    Order() {
        super(OrderEvent.class);
    }

    @Decides
    Decision<OrderId> place(PlaceOrder command, OrderSurroundings event) {
        return counted(command, OrderDecider.place(state(), command), event);
    }

    @Decides
    Decision<OrderId> markPaid(MarkOrderPaid command, OrderSurroundings event) {
        return decide(
                command,
                event,
                order -> PaymentDecider.markPaid(order, command, event.around(order, command.now(), command.force())));
    }

    @Decides
    Decision<Integer> record(RecordPayment command, OrderSurroundings event) {
        return decide(
                command,
                event,
                order -> PaymentDecider.record(order, command, event.around(order, command.now(), command.force())));
    }

    @Decides
    Decision<Integer> confirm(ConfirmPayment command, OrderSurroundings event) {
        return decide(
                command,
                event,
                order -> PaymentDecider.confirm(order, command, event.around(order, command.now(), command.force())));
    }

    @Decides
    Decision<Integer> cancel(CancelPayment command, OrderSurroundings event) {
        return decide(command, event, order -> PaymentDecider.cancel(order, command));
    }

    @Decides
    Decision<OrderId> markPending(MarkOrderPending command, OrderSurroundings event) {
        return decide(command, event, order -> OrderDecider.markPending(order, command));
    }

    @Decides
    Decision<OrderId> markRefunded(MarkOrderRefunded command, OrderSurroundings event) {
        return decide(command, event, order -> OrderDecider.markRefunded(order, command));
    }

    @Decides
    Decision<OrderId> expire(ExpireOrder command, OrderSurroundings event) {
        return decide(command, event, order -> OrderDecider.expire(order, command, event.automaticExpiry(order)));
    }

    @Decides
    Decision<OrderId> cancel(CancelOrder command, OrderSurroundings event) {
        return decide(command, event, order -> OrderDecider.cancel(order, command));
    }

    @Decides
    Decision<OrderId> changeDetails(ChangeOrderDetails command, OrderSurroundings event) {
        return decide(command, event, order -> OrderDecider.changeDetails(order, command));
    }

    @Decides
    Decision<OrderId> begin(BeginSplitOrder command, OrderSurroundings event) {
        return counted(command, SplitDecider.begin(state(), command), event);
    }

    @Decides
    Decision<ChangedContents> change(ChangeOrder command, OrderSurroundings event) {
        return decide(command, event, order -> {
            ChangeFacts facts = event.facts(order, command);
            ChangePlan plan = ChangeDecider.plan(order, command, facts);
            return ChangeDecider.change(command, plan, facts, event.unavailable(order, plan, command));
        });
    }

    @Decides
    Decision<AnsweredFiles> change(ChangeAttendee command, OrderSurroundings event) {
        return decide(
                command,
                event,
                order -> AttendeeDecider.change(order, command, event.attendee(command.order(), command.line())));
    }

    @Decides
    Decision<OrderId> answer(AnswerQuestions command, OrderSurroundings event) {
        return decide(command, event, order -> OrderDecider.answer(order, command));
    }

    @Decides
    Decision<OrderId> cancelForFee(CancelOrderForFee command, OrderSurroundings event) {
        return decide(command, event, order -> OrderDecider.cancelForFee(order, command));
    }

    @Decides
    Decision<OrderId> replaceSecret(ReplaceOrderSecret command, OrderSurroundings event) {
        return decide(command, event, order -> OrderDecider.replaceSecret(command));
    }

    @Decides
    Decision<OrderId> deleteTest(DeleteTestOrder command, OrderSurroundings event) {
        return decide(command, event, order -> OrderDecider.deleteTest(order, command));
    }

    @Decides
    Decision<OrderId> approve(ApproveOrder command, OrderSurroundings event) {
        return decide(
                command,
                event,
                order -> ApprovalDecider.approve(order, command, event.around(order, command.now(), false)));
    }

    @Decides
    Decision<OrderId> deny(DenyOrder command, OrderSurroundings event) {
        return decide(command, event, order -> ApprovalDecider.deny(order, command));
    }

    @Decides
    Decision<OrderId> extend(ExtendOrder command, OrderSurroundings event) {
        return decide(
                command,
                event,
                order -> RevivalDecider.extend(order, command, event.around(order, command.now(), command.force())));
    }

    @Decides
    Decision<OrderId> reactivate(ReactivateOrder command, OrderSurroundings event) {
        return decide(
                command,
                event,
                order -> RevivalDecider.reactivate(order, command, event.around(order, command.now(), false)));
    }

    @Decides
    Decision<Integer> record(RecordRefund command, OrderSurroundings event) {
        return decide(
                command,
                event,
                order -> RefundDecider.record(
                        order, command, event.around(order, command.then().now(), true)));
    }

    @Decides
    Decision<GivenBack> refund(RefundPayment command, OrderSurroundings event) {
        return decide(
                command,
                event,
                order -> RefundDecider.refund(
                        order, command, event.around(order, command.then().now(), true)));
    }

    @Decides
    Decision<Integer> complete(CompleteRefund command, OrderSurroundings event) {
        return decide(command, event, order -> RefundDecider.complete(order, command));
    }

    @Decides
    Decision<Integer> process(ProcessRefund command, OrderSurroundings event) {
        return decide(
                command,
                event,
                order -> RefundDecider.process(
                        order, command, event.around(order, command.then().now(), true)));
    }

    @Decides
    Decision<Integer> cancel(CancelRefund command, OrderSurroundings event) {
        return decide(command, event, order -> RefundDecider.cancel(order, command));
    }

    @Decides
    Decision<GiftCardSale> sell(SellGiftCards command, OrderSurroundings event) {
        return decide(command, event, order -> GiftCardSaleDecider.sell(order, command));
    }

    @Decides
    Decision<GiftCardSale> name(NameSoldGiftCards command, OrderSurroundings event) {
        return decide(command, event, order -> GiftCardSaleDecider.name(order));
    }

    @Decides
    Decision<Boolean> requestMail(RequestMail command, OrderSurroundings event) {
        return decide(command, event, order -> OrderDecider.requestMail(order, command));
    }

    @Decides
    Decision<OrderStatus> name(NameStatus command, OrderSurroundings event) {
        return decide(command, event, order -> Outcome.accepted(order.status(), List.of()));
    }

    @Decides
    Decision<List<Long>> invoice(MakeInvoices command, OrderSurroundings event) {
        return decide(command, event, order -> event.invoices(order, command));
    }

    /** Deleted orders keep their people in the log, so they can be erased too. */
    @Decides
    Decision<ErasedInvoices> erase(EraseOrder command, OrderSurroundings event) {
        OrderState order = state();
        return counted(
                command,
                order == null ? Outcome.refused(Refusal.notFound()) : ErasureDecider.erase(order, command),
                event);
    }

    private <R> Decision<R> decide(
            AggregateCommand<R> command,
            OrderSurroundings event,
            Function<OrderState, Outcome<OrderEvent, R>> decider) {
        OrderState order = state();
        return counted(
                command,
                order == null || order instanceof OrderState.Deleted
                        ? Outcome.refused(Refusal.notFound())
                        : decider.apply(order),
                event);
    }

    private <R> Decision<R> counted(
            AggregateCommand<R> command, Outcome<OrderEvent, R> outcome, OrderSurroundings event) {
        OrderState before = state();
        Decision<R> decision = settle(command, outcome);
        OrderState after = state();
        if (after != null) {
            event.changed(before, after, outcome.happened());
        }
        return decision;
    }

    @Override
    protected OrderState evolve(@Nullable OrderState before, OrderEvent event) {
        return OrderState.evolve(before, event);
    }

    @Override
    protected OrganizerSlug organizer(OrderState of) {
        return of.contents().organizer();
    }

    @Override
    protected EventSlug event(OrderState of) {
        return of.contents().event();
    }
}
