package org.gatebook.query.invoice;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.description.Lists;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.filter.ReachedEvents;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The invoices of an organizer, of the events that the client may see (recording orderstate/invoice-organizer-level). */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class OrganizerInvoiceEndpoint {

    private static final String INVOICES = "/api/v1/organizers/{organizer}/invoices/";

    private final InvoiceRows invoices;
    private final InvoiceFiles files;

    OrganizerInvoiceEndpoint(InvoiceRows invoices, InvoiceFiles files) {
        this.invoices = invoices;
        this.files = files;
    }

    @Lists(InvoiceRows.class)
    @Answers(status = 200, text = "A page of invoices and of the documents that cancel them.")
    @GetMapping(INVOICES)
    Answer list(ApiRequest request) {
        return Answer.ok(invoices.page(request, reached(request)).toJson(request.pageLinks()));
    }

    @Asks(name = "number", text = "The whole number, with its prefix and in exactly this case.")
    @Answers(status = 200, text = "The document.")
    @GetMapping(INVOICES + "{number}/")
    Answer show(ApiRequest request, @PathVariable("number") String number) {
        return invoices.find(request, reached(request), number)
                .map(shown -> Answer.ok(shown.json()))
                .orElseGet(Answer::notFound);
    }

    @Asks(name = "number", text = "The whole number, with its prefix and in exactly this case.")
    @Answers(status = 200, text = "The document as PDF.")
    @GetMapping(INVOICES + "{number}/download/")
    Answer download(ApiRequest request, @PathVariable("number") String number) {
        return files.answer(request, invoices.find(request, reached(request), number));
    }

    private static Condition reached(ApiRequest request) {
        return ReachedEvents.of(request.credential(), "i.event");
    }
}
