package org.gatebook.api.invoice;

import java.time.LocalDate;
import java.util.List;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * An invoice, or a document that cancels one: a picture of order and event as they were when it was made. What changes
 * afterwards shows in the next one.
 *
 * @param id orders documents by age
 * @param order the code of its order
 * @param cancels the invoice that it cancels; null if it is an invoice itself
 * @param locale its language
 * @param to sealed under the invoice itself, or under the one that it cancels
 * @param foreignCurrency in which its totals are to be read as well; null if in none
 */
public record Invoice(
        long id,
        InvoiceNumber number,
        OrderCode order,
        LocalDate date,
        @Nullable Canceled cancels,
        String locale,
        InvoiceSender from,
        Personal<InvoiceRecipient> to,
        InvoiceTexts texts,
        @Nullable String foreignCurrency,
        List<InvoiceLine> lines) {

    public Invoice {
        lines = List.copyOf(lines);
    }

    /** An invoice that another document cancels. */
    public record Canceled(long id, InvoiceNumber number) {}

    /**
     * Whose key seals the recipient: each invoice has its own, so that it can be kept longer than its order. A document
     * that cancels one names the same recipient under the same key.
     */
    public static SubjectId subject(long invoice) {
        return SubjectId.of("invoice", invoice);
    }

    /** Whether it cancels an invoice. */
    public boolean cancelsAnother() {
        return cancels != null;
    }

    /**
     * The document that cancels it: the same with other signs, and nothing to be paid.
     *
     * @param sender as it is on the day of the cancellation
     */
    public Invoice cancellation(long newId, InvoiceNumber newNumber, LocalDate day, InvoiceSender sender) {
        if (cancelsAnother()) {
            throw new IllegalStateException("a cancellation is not cancelled: " + number.text());
        }
        return new Invoice(
                newId,
                newNumber,
                order,
                day,
                new Canceled(id, number),
                locale,
                sender,
                to,
                texts.ofCancellation(),
                foreignCurrency,
                lines.stream().map(InvoiceLine::negated).toList());
    }

    /** What its lines come to; null without lines. */
    public @Nullable Money total() {
        return lines.stream().map(InvoiceLine::gross).reduce(Money::plus).orElse(null);
    }
}
