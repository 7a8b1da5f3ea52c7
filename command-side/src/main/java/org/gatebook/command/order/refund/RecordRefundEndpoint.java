package org.gatebook.command.order.refund;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.decision.Refusal;
import org.gatebook.api.giftcard.GiftCardSale;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.OrderCommand.AfterRefund;
import org.gatebook.api.order.OrderCommand.RecordRefund;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.medium.resource.ClientJson;
import org.gatebook.command.order.cancel.CanceledOrders;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Records a refund that somebody made (behaviour notes, orders 19.3); what the order refuses comes as a list. */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class RecordRefundEndpoint {

    private final OrderResource orders;
    private final EventOffers offers;
    private final CanceledOrders cancellation;

    RecordRefundEndpoint(OrderResource orders, EventOffers offers, CanceledOrders cancellation) {
        this.orders = orders;
        this.offers = offers;
        this.cancellation = cancellation;
    }

    @Reads(RefundForm.class)
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/refunds/")
    Answer record(ApiRequest request, @PathVariable String code) {
        OrderId order = orders.require(request, code).id();
        Parsed sent = RefundForm.FORM.create(request.body(), Lookups.none());
        RecordRefund command = command(request, order, sent);
        GiftCardSale sale = command.then().cancel() ? cancellation.soldBy(order) : null;
        return Answer.decided(orders.send(command), localId -> {
            Refusal refused = sale == null ? null : cancellation.follow(request, order, sale);
            return refused == null
                    ? Answer.createdLater(() -> orders.refund(order, localId, request))
                    : Answer.refusal(refused);
        });
    }

    private RecordRefund command(ApiRequest request, OrderId order, Parsed sent) {
        Long payment = sent.find(RefundForm.PAYMENT);
        String comment = sent.find(RefundForm.COMMENT);
        Boolean oldName = sent.find(RefundForm.MARK_REFUNDED);
        return new RecordRefund(
                order,
                sent.get(RefundForm.STATE),
                sent.get(RefundForm.SOURCE),
                new Money(
                        sent.get(RefundForm.AMOUNT),
                        offers.of(request.organizer(), request.event()).currency()),
                payment == null || payment == 0 ? null : Math.toIntExact(payment),
                sent.find(RefundForm.EXECUTION_DATE),
                comment == null ? null : Personal.of(order.subject(), comment),
                sent.get(RefundForm.PROVIDER),
                Personal.of(order.subject(), ClientJson.plain(sent.get(RefundForm.INFO))),
                new AfterRefund(
                        oldName == null ? sent.get(RefundForm.MARK_CANCELED) : oldName,
                        sent.get(RefundForm.MARK_PENDING),
                        request.now()));
    }
}
