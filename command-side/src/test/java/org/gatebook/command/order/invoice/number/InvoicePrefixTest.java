package org.gatebook.command.order.invoice.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gatebook.api.EventSlug;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventTerms.Invoices;
import org.gatebook.eventstore.test.Blank;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sequence a document is numbered in. */
class InvoicePrefixTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "'', '', FEST-, FEST-",
                "A-, '', A-, A-",
                "A-, S-, A-, S-",
                "'', S-, FEST-, S-",
                "%Y/%m/%d-, %y-, 2030/05/06-, 30-",
            })
    void a_prefix_is_the_events_unless_the_organizer_has_said_another(
            String usual, String ofCancellations, String invoice, String cancellation) {
        Invoices terms = Blank.of(Invoices.class)
                .with("numberPrefix", usual)
                .with("cancellationPrefix", ofCancellations)
                .make();
        EventOffer offer =
                Blank.of(EventOffer.class).with("event", new EventSlug("fest")).make();
        LocalDate day = LocalDate.of(2030, 5, 6);
        assertThat(InvoiceNumbers.prefix(terms, offer, false, day)).isEqualTo(invoice);
        assertThat(InvoiceNumbers.prefix(terms, offer, true, day)).isEqualTo(cancellation);
    }
}
