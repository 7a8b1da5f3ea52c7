package org.gatebook.command.erasure;

import java.time.LocalDate;

/**
 * How long the law wants invoices kept.
 *
 * @param years from an invoice's date; 0 if nothing has to be kept
 */
public record InvoiceRetention(int years) {

    /** What holds in most countries of the European Union, or more. */
    public static final InvoiceRetention USUAL = new InvoiceRetention(10);

    /** Invoices of this day and later ones are kept today. */
    LocalDate since(LocalDate today) {
        return today.minusYears(years).plusDays(1);
    }

    /** The last day on which an invoice of this day is kept. */
    LocalDate until(LocalDate date) {
        return date.plusYears(years).minusDays(1);
    }
}
