package org.gatebook.command.order.invoice.resource;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.invoice.InvoiceWish;
import org.gatebook.api.invoice.MakeInvoices;
import org.gatebook.api.order.OrderId;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Reads;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes an invoice by hand (behaviour notes, orders 13.2). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class CreateInvoiceEndpoint {

    private final OrderResource orders;
    private final InvoiceResource invoices;

    CreateInvoiceEndpoint(OrderResource orders, InvoiceResource invoices) {
        this.orders = orders;
        this.invoices = invoices;
    }

    @Reads(Reads.Nothing.class)
    @Answers(status = 201, text = "The invoice. That of a cancelled order is cancelled at once by a second document.")
    @Answers(status = 400, text = "The event makes no invoices, or none for such an order, or there is one.")
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/create_invoice/")
    Answer create(ApiRequest request, @PathVariable("code") String code) {
        OrderId order = orders.require(request, code).id();
        return Answer.acted(
                orders.send(new MakeInvoices(order, new InvoiceWish.ByHand(), request.now())),
                made -> Answer.createdLater(() -> invoices.shown(request, made.getFirst())));
    }
}
