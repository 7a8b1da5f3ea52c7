package org.gatebook.query.invoice;

import java.util.Optional;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.query.invoice.InvoiceRows.Shown;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.answer.Content;
import org.gatebook.web.request.ApiRequest;
import org.springframework.stereotype.Component;

/**
 * Files of documents. A document says all that is printed, so that its file is made when somebody asks for it and kept
 * nowhere; the reference has it ready at once too (recording orderstate/invoice-download), so nobody is told to wait.
 */
@Component
class InvoiceFiles {

    private final EventOffers offers;

    InvoiceFiles(EventOffers offers) {
        this.offers = offers;
    }

    Answer answer(ApiRequest request, Optional<Shown> found) {
        return found.map(shown -> {
                    byte[] file = InvoicePdf.of(
                            ApiJson.mapper().readTree(shown.json().text()),
                            offers.of(request.organizer(), shown.event()).currency());
                    return Answer.of(200, new Content.Bytes("application/pdf", file))
                            .with(
                                    "Content-Disposition",
                                    "attachment; filename=\"" + fileName(shown.number()) + ".pdf\"");
                })
                .orElseGet(Answer::notFound);
    }

    /** Prefixes are free text. */
    private static String fileName(String number) {
        return number.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
