package org.gatebook.command.order.invoice.resource;

import java.util.Optional;
import java.util.function.LongFunction;
import org.gatebook.api.invoice.InvoiceQuery.FindInvoice;
import org.gatebook.api.invoice.InvoiceQuery.FoundInvoice;
import org.gatebook.api.invoice.InvoiceQuery.ShowInvoice;
import org.gatebook.api.invoice.InvoiceWish;
import org.gatebook.api.invoice.MakeInvoices;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.request.ApiRequest;
import org.springframework.stereotype.Component;

/** The document that a request is about: found by its number, and shown as the query side shows it. */
@Component
class InvoiceResource {

    private final Questions questions;
    private final CommandSender commands;

    InvoiceResource(Questions questions, CommandSender commands) {
        this.questions = questions;
        this.commands = commands;
    }

    /** The document of this number, if there is one where the request looks for it. */
    Optional<FoundInvoice> find(FindInvoice query) {
        return questions.ask(query);
    }

    /** Does something to the document; there is nothing to answer. */
    Answer changed(ApiRequest request, Optional<FoundInvoice> found, LongFunction<InvoiceWish> wish) {
        return found.map(invoice -> Answer.decided(
                        commands.send(new MakeInvoices(invoice.order(), wish.apply(invoice.id()), request.now())),
                        made -> Answer.noContent()))
                .orElseGet(Answer::notFound);
    }

    /** A document after what this request did. */
    Object shown(ApiRequest request, long invoice) {
        return questions.ask(new ShowInvoice(request.organizer(), invoice)).orElseThrow();
    }
}
