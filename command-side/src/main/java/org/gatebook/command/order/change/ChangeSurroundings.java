package org.gatebook.command.order.change;

import java.util.List;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Voucher;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.command.order.price.TaxAddress;
import org.gatebook.command.order.usage.HeldLine;
import org.jspecify.annotations.Nullable;

/** What the world outside an order says to a change of what it holds; asked for only what the change needs. */
public interface ChangeSurroundings {

    /** What the event offers. */
    EventOffer offer();

    /** The address by which taxes are found; null if none is known. */
    @Nullable
    TaxAddress address();

    /** The voucher of this id; null if it is gone. */
    @Nullable
    Voucher voucher(long id);

    /** The seat of this name in the plan of this date; null if it has none. */
    @Nullable
    Seat seat(String guid, @Nullable Long subevent);

    /** The seat of this id; null if it is gone. */
    @Nullable
    Seat seat(long id);

    /** What the ticket of this position admits to, and when. */
    TicketTerms ticket(long line);

    /** Why the order, which holds its places, cannot hold these in place of them; null if it can. */
    @Nullable
    Refusal unavailable(List<HeldLine> wanted);

    /** Why the order, which holds no places, cannot have these back; null if it can. */
    @Nullable
    Refusal gone(List<HeldLine> wanted);
}
