package org.gatebook.command.order.invoice.resource;

import java.util.Optional;
import org.gatebook.api.EventSlug;
import org.gatebook.api.invoice.InvoiceQuery.FindInvoice;
import org.gatebook.api.invoice.InvoiceQuery.FoundInvoice;
import org.gatebook.api.invoice.InvoiceWish;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.description.Reads;
import org.gatebook.web.filter.ReachedEvents;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Replaces invoices, or makes them again (recordings orderstate/invoice-reissue and invoice-regenerate). */
abstract class InvoiceChangeRoutes {

    private final InvoiceResource invoices;

    InvoiceChangeRoutes(InvoiceResource invoices) {
        this.invoices = invoices;
    }

    /** The event whose invoices they are; null for any that the client may see. */
    abstract @Nullable EventSlug event(ApiRequest request);

    @Reads(Reads.Nothing.class)
    @Asks(name = "number", text = "The whole number, with its prefix and in exactly this case.")
    @Answers(
            status = 204,
            text = "It was cancelled by another document, and unless its order is cancelled a new one made.")
    @Answers(status = 400, text = "It was cancelled before, or cancels another one.")
    @PostMapping("{number}/reissue/")
    Answer reissue(ApiRequest request, @PathVariable("number") String number) {
        return invoices.changed(request, find(request, number), InvoiceWish.Reissue::new);
    }

    @Reads(Reads.Nothing.class)
    @Asks(name = "number", text = "The whole number, with its prefix and in exactly this case.")
    @Answers(status = 204, text = "It says what order and event say now, under its number.")
    @Answers(status = 400, text = "It was cancelled before.")
    @Answers(status = 403, text = "The event's setting invoice_regenerate_allowed is off, or the day after it is over.")
    @PostMapping("{number}/regenerate/")
    Answer regenerate(ApiRequest request, @PathVariable("number") String number) {
        return invoices.changed(request, find(request, number), InvoiceWish.Regenerate::new);
    }

    /** An event in the path is one of those which the client reaches: whoever does not is not let in. */
    private Optional<FoundInvoice> find(ApiRequest request, String number) {
        return invoices.find(new FindInvoice(request.organizer(), event(request), number))
                .filter(invoice -> ReachedEvents.include(request.credential(), invoice.event()));
    }
}
