package org.gatebook.command.order;

import java.util.function.Function;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.order.OrderCommand;
import org.gatebook.api.order.OrderCommand.AnswerQuestions;
import org.gatebook.api.order.OrderCommand.ApproveOrder;
import org.gatebook.api.order.OrderCommand.CancelLine;
import org.gatebook.api.order.OrderCommand.CancelOrder;
import org.gatebook.api.order.OrderCommand.CancelOrderForFee;
import org.gatebook.api.order.OrderCommand.CancelPayment;
import org.gatebook.api.order.OrderCommand.CancelRefund;
import org.gatebook.api.order.OrderCommand.ChangeOrderDetails;
import org.gatebook.api.order.OrderCommand.CompleteRefund;
import org.gatebook.api.order.OrderCommand.ConfirmPayment;
import org.gatebook.api.order.OrderCommand.DeleteTestOrder;
import org.gatebook.api.order.OrderCommand.DenyOrder;
import org.gatebook.api.order.OrderCommand.ExpireOrder;
import org.gatebook.api.order.OrderCommand.ExtendOrder;
import org.gatebook.api.order.OrderCommand.MarkOrderPaid;
import org.gatebook.api.order.OrderCommand.MarkOrderPending;
import org.gatebook.api.order.OrderCommand.PlaceOrder;
import org.gatebook.api.order.OrderCommand.ProcessRefund;
import org.gatebook.api.order.OrderCommand.ReactivateOrder;
import org.gatebook.api.order.OrderCommand.RecordPayment;
import org.gatebook.api.order.OrderCommand.RecordRefund;
import org.gatebook.api.order.OrderCommand.RefundPayment;
import org.gatebook.api.order.OrderCommand.ReplaceOrderSecret;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderId;
import org.gatebook.eventstore.aggregate.Decides;
import org.gatebook.eventstore.aggregate.EventSourcedAggregateRoot;
import org.jspecify.annotations.Nullable;

/** What Axon sees of an order; the rules are in the deciders beside it. */
class Order extends EventSourcedAggregateRoot<OrderState, OrderEvent> {

    Order() {
        super(OrderEvent.class);
    }

    @Decides
    Decision<OrderId> place(PlaceOrder command, OrderCounting counting) {
        return counted(command, OrderDecider.place(state(), command), counting);
    }

    @Decides
    Decision<OrderId> markPaid(MarkOrderPaid command, OrderCounting counting) {
        return decide(command, counting, order -> PaymentDecider.markPaid(order, command));
    }

    @Decides
    Decision<Integer> record(RecordPayment command, OrderCounting counting) {
        return decide(command, counting, order -> PaymentDecider.record(order, command));
    }

    @Decides
    Decision<Integer> confirm(ConfirmPayment command, OrderCounting counting) {
        return decide(command, counting, order -> PaymentDecider.confirm(order, command));
    }

    @Decides
    Decision<Integer> cancel(CancelPayment command, OrderCounting counting) {
        return decide(command, counting, order -> PaymentDecider.cancel(order, command));
    }

    @Decides
    Decision<OrderId> markPending(MarkOrderPending command, OrderCounting counting) {
        return decide(command, counting, order -> OrderDecider.markPending(order, command));
    }

    @Decides
    Decision<OrderId> expire(ExpireOrder command, OrderCounting counting) {
        return decide(command, counting, order -> OrderDecider.expire(order, command));
    }

    @Decides
    Decision<OrderId> cancel(CancelOrder command, OrderCounting counting) {
        return decide(command, counting, order -> OrderDecider.cancel(order, command));
    }

    @Decides
    Decision<OrderId> changeDetails(ChangeOrderDetails command, OrderCounting counting) {
        return decide(command, counting, order -> OrderDecider.changeDetails(order, command));
    }

    @Decides
    Decision<OrderId> cancelLine(CancelLine command, OrderCounting counting) {
        return decide(command, counting, order -> OrderDecider.cancelLine(order, command));
    }

    @Decides
    Decision<OrderId> answer(AnswerQuestions command, OrderCounting counting) {
        return decide(command, counting, order -> OrderDecider.answer(order, command));
    }

    @Decides
    Decision<OrderId> cancelForFee(CancelOrderForFee command, OrderCounting counting) {
        return decide(command, counting, order -> OrderDecider.cancelForFee(order, command));
    }

    @Decides
    Decision<OrderId> replaceSecret(ReplaceOrderSecret command, OrderCounting counting) {
        return decide(command, counting, order -> OrderDecider.replaceSecret(command));
    }

    @Decides
    Decision<OrderId> deleteTest(DeleteTestOrder command, OrderCounting counting) {
        return decide(command, counting, order -> OrderDecider.deleteTest(order, command));
    }

    @Decides
    Decision<OrderId> approve(ApproveOrder command, OrderCounting counting) {
        return decide(command, counting, order -> ApprovalDecider.approve(order, command));
    }

    @Decides
    Decision<OrderId> deny(DenyOrder command, OrderCounting counting) {
        return decide(command, counting, order -> ApprovalDecider.deny(order, command));
    }

    @Decides
    Decision<OrderId> extend(ExtendOrder command, OrderCounting counting) {
        return decide(command, counting, order -> RevivalDecider.extend(order, command));
    }

    @Decides
    Decision<OrderId> reactivate(ReactivateOrder command, OrderCounting counting) {
        return decide(command, counting, order -> RevivalDecider.reactivate(order, command));
    }

    @Decides
    Decision<Integer> record(RecordRefund command, OrderCounting counting) {
        return decide(command, counting, order -> RefundDecider.record(order, command));
    }

    @Decides
    Decision<Integer> refund(RefundPayment command, OrderCounting counting) {
        return decide(command, counting, order -> RefundDecider.refund(order, command));
    }

    @Decides
    Decision<Integer> complete(CompleteRefund command, OrderCounting counting) {
        return decide(command, counting, order -> RefundDecider.complete(order, command));
    }

    @Decides
    Decision<Integer> process(ProcessRefund command, OrderCounting counting) {
        return decide(command, counting, order -> RefundDecider.process(order, command));
    }

    @Decides
    Decision<Integer> cancel(CancelRefund command, OrderCounting counting) {
        return decide(command, counting, order -> RefundDecider.cancel(order, command));
    }

    private <R> Decision<R> decide(
            OrderCommand<R> command, OrderCounting counting, Function<OrderState, Outcome<OrderEvent, R>> decider) {
        OrderState order = state();
        return counted(
                command,
                order == null || order instanceof OrderState.Deleted
                        ? Outcome.refused(Refusal.notFound())
                        : decider.apply(order),
                counting);
    }

    private <R> Decision<R> counted(OrderCommand<R> command, Outcome<OrderEvent, R> outcome, OrderCounting counting) {
        OrderState before = state();
        Decision<R> decision = settle(command, outcome);
        OrderState after = state();
        if (after != null) {
            counting.changed(before, after);
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
