package org.gatebook.api.invoice;

/** What may be asked of an order about its invoices. */
public sealed interface InvoiceWish {

    /** An invoice made by hand (behaviour notes, orders 13.2). */
    record ByHand() implements InvoiceWish {}

    /** A new invoice in place of this one, which is cancelled. */
    record Reissue(long invoice) implements InvoiceWish {}

    /** This document made again, under its number. */
    record Regenerate(long invoice) implements InvoiceWish {}

    /** Whatever follows from something that has happened to the order, perhaps nothing. */
    record After(InvoiceOccasion occasion) implements InvoiceWish {}
}
