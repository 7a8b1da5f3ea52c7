package org.gatebook.api.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import org.gatebook.api.money.Money;
import org.gatebook.api.personal.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a document: a position or a fee.
 *
 * @param position counted from 1 over positions and fees; positions that are not printed leave a gap
 * @param product what was sold, in the document's language
 * @param guest who comes; null for fees, and where nothing is known of it
 * @param date for which date of a series, as it is printed; empty in other events
 * @param gross negative on cancellations
 * @param tax the tax in it
 * @param taxRate percent
 * @param taxName empty if untaxed
 * @param item null for fees
 * @param from when it takes place; null for fees of a series
 * @param feeType null for positions
 * @param feeInternalType null for positions, and if not given
 */
public record InvoiceLine(
        int position,
        String product,
        @Nullable Personal<InvoiceGuest> guest,
        String date,
        Money gross,
        Money tax,
        BigDecimal taxRate,
        String taxName,
        @Nullable Long item,
        @Nullable Long variation,
        @Nullable Long subevent,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String feeType,
        @Nullable String feeInternalType) {

    /** The same, taken back. */
    InvoiceLine negated() {
        return new InvoiceLine(
                position,
                product,
                guest,
                date,
                gross.negated(),
                tax.negated(),
                taxRate,
                taxName,
                item,
                variation,
                subevent,
                from,
                to,
                feeType,
                feeInternalType);
    }

    /** Who comes, as far as it is known and was not erased. */
    public @Nullable String guestName() {
        InvoiceGuest known = known();
        return known == null ? null : known.name();
    }

    /** All of it as it is printed. */
    public String description() {
        InvoiceGuest known = known();
        return product + (known == null ? "" : known.text()) + date;
    }

    private @Nullable InvoiceGuest known() {
        return guest == null ? null : guest.value().orElse(null);
    }
}
