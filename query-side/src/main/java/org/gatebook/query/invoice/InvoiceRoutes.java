package org.gatebook.query.invoice;

import org.gatebook.web.answer.Answer;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.description.Lists;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.request.AboutThePast;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What can be read of invoices, by number (recordings orderstate/invoice-list and invoice-download). */
abstract class InvoiceRoutes {

    private final InvoiceRows invoices;
    private final InvoiceFiles files;

    InvoiceRoutes(InvoiceRows invoices, InvoiceFiles files) {
        this.invoices = invoices;
        this.files = files;
    }

    /** Where they are looked for, of rows called {@code i} of the organizer in the path. */
    abstract Condition within(ApiRequest request);

    @Lists(InvoiceRows.class)
    @Answers(status = 200, text = "A page of invoices and of the documents that cancel them.")
    @AboutThePast
    @GetMapping
    Answer list(ApiRequest request) {
        return Answer.ok(invoices.page(request, within(request)).toJson(request.pageLinks()));
    }

    @Asks(name = "number", text = "The whole number, with its prefix and in exactly this case.")
    @Answers(status = 200, text = "The document.")
    @AboutThePast
    @GetMapping("{number}/")
    Answer show(ApiRequest request, @PathVariable("number") String number) {
        return invoices.find(request, within(request), number)
                .map(shown -> Answer.ok(shown.json()))
                .orElseGet(Answer::notFound);
    }

    @Asks(name = "number", text = "The whole number, with its prefix and in exactly this case.")
    @Answers(status = 200, text = "The document as PDF.")
    @GetMapping("{number}/download/")
    Answer download(ApiRequest request, @PathVariable("number") String number) {
        return files.answer(request, invoices.find(request, within(request), number));
    }
}
