package org.gatebook.api.invoice;

import org.gatebook.api.decision.Refusal;

/** Every reason for which an invoice is refused (behaviour notes, orders 13; recordings orderstate/invoice-*). */
public final class InvoiceRefusals {

    private InvoiceRefusals() {}

    /** The event makes none, or none for such an order. */
    public static final Refusal NOT_QUALIFIED = new Refusal(
            Refusal.Kind.INVALID, "invoice.not_qualified", "You cannot generate an invoice for this order.", null);

    /** There is one that was not cancelled. */
    public static final Refusal EXISTS =
            new Refusal(Refusal.Kind.INVALID, "invoice.exists", "An invoice for this order already exists.", null);

    /** It was cancelled, or cancels another one (decisions, "Repaired on purpose"). */
    public static final Refusal CANCELED =
            new Refusal(Refusal.Kind.INVALID, "invoice.canceled", "The invoice has already been canceled.", null);

    /** The event does not want invoices to change. */
    public static final Refusal FINAL =
            Refusal.forbidden("invoice.final", "Invoices may not be changed after they are created.");

    /** Yesterday's books are closed. */
    public static final Refusal TOO_OLD =
            Refusal.forbidden("invoice.too_old", "The invoice file is too old to be regenerated.");
}
