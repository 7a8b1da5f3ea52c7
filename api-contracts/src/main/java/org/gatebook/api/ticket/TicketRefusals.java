package org.gatebook.api.ticket;

import org.gatebook.api.decision.Refusal;

/** Why tickets are refused, besides what the door says. */
public final class TicketRefusals {

    private TicketRefusals() {}

    /** There is no such ticket for whoever asks. */
    public static final Refusal UNKNOWN = Refusal.notFound();
}
