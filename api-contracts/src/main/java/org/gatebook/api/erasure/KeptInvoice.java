package org.gatebook.api.erasure;

import java.time.LocalDate;

/**
 * An invoice whose recipient is kept, because the law wants invoices kept.
 *
 * @param invoice its id
 * @param until the last day
 */
public record KeptInvoice(long invoice, LocalDate until) {}
