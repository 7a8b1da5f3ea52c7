package org.gatebook.command.order.payment;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.OrderCommand.RecordPayment;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.medium.resource.ClientJson;
import org.gatebook.command.order.mail.OrderMails;
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

/** Records a payment (behaviour notes, orders 18.3). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class RecordPaymentEndpoint {

    private final OrderResource orders;
    private final EventOffers offers;
    private final OrderMails mails;

    RecordPaymentEndpoint(OrderResource orders, EventOffers offers, OrderMails mails) {
        this.orders = orders;
        this.offers = offers;
        this.mails = mails;
    }

    @Reads(PaymentForm.class)
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/payments/")
    Answer record(ApiRequest request, @PathVariable String code) {
        FoundOrder found = orders.require(request, code);
        OrderId order = found.id();
        Parsed sent = PaymentForm.FORM.create(request.body(), Lookups.none());
        var command = new RecordPayment(
                order,
                request.clientId(),
                sent.get(PaymentForm.STATE),
                new Money(
                        sent.get(PaymentForm.AMOUNT),
                        offers.of(request.organizer(), request.event()).currency()),
                sent.find(PaymentForm.PAYMENT_DATE),
                sent.get(PaymentForm.PROVIDER),
                Personal.of(order.subject(), ClientJson.plain(sent.get(PaymentForm.INFO))),
                request.now(),
                sent.get(PaymentForm.FORCE));
        boolean told = command.state() == PaymentState.CONFIRMED && sent.get(PaymentForm.SEND_EMAIL);
        return Answer.decided(mails.paidBy(request, order, told, () -> orders.send(command)), localId -> {
            orders.deliver(found);
            return Answer.createdLater(() -> orders.payment(order, localId, request));
        });
    }
}
