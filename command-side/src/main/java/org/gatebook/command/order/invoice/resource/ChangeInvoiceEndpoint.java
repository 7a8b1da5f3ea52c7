package org.gatebook.command.order.invoice.resource;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.Optional;
import org.gatebook.api.invoice.InvoiceQuery.FindInvoice;
import org.gatebook.api.invoice.InvoiceQuery.FoundInvoice;
import org.gatebook.api.invoice.InvoiceWish;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.description.Reads;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Replaces invoices of an event, or makes them again (recordings orderstate/invoice-reissue and invoice-regenerate). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class ChangeInvoiceEndpoint {

    private static final String INVOICE = "/api/v1/organizers/{organizer}/events/{event}/invoices/{number}/";

    private final InvoiceResource invoices;

    ChangeInvoiceEndpoint(InvoiceResource invoices) {
        this.invoices = invoices;
    }

    @Reads(Reads.Nothing.class)
    @Asks(name = "number", text = "The whole number, with its prefix and in exactly this case.")
    @Answers(
            status = 204,
            text = "It was cancelled by another document, and unless its order is cancelled a new one made.")
    @Answers(status = 400, text = "It was cancelled before, or cancels another one.")
    @PostMapping(INVOICE + "reissue/")
    Answer reissue(ApiRequest request, @PathVariable("number") String number) {
        return invoices.changed(request, find(request, number), InvoiceWish.Reissue::new);
    }

    @Reads(Reads.Nothing.class)
    @Asks(name = "number", text = "The whole number, with its prefix and in exactly this case.")
    @Answers(status = 204, text = "It says what order and event say now, under its number.")
    @Answers(status = 400, text = "It was cancelled before.")
    @Answers(status = 403, text = "The event's setting invoice_regenerate_allowed is off, or the day after it is over.")
    @PostMapping(INVOICE + "regenerate/")
    Answer regenerate(ApiRequest request, @PathVariable("number") String number) {
        return invoices.changed(request, find(request, number), InvoiceWish.Regenerate::new);
    }

    private Optional<FoundInvoice> find(ApiRequest request, String number) {
        return invoices.find(new FindInvoice(request.organizer(), request.event(), number));
    }
}
