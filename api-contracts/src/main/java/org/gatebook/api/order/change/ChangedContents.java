package org.gatebook.api.order.change;

import java.time.Instant;
import java.util.List;
import org.gatebook.api.giftcard.GiftCardSale;
import org.gatebook.api.order.OrderLine;
import org.jspecify.annotations.Nullable;

/**
 * What a change did, for those whose work follows from it: tickets, gift cards, media, invoices.
 *
 * @param happened whether anything did; the rest is empty if not
 * @param invoiceAffected whether an invoice that was made before no longer says what was sold (behaviour notes, orders
 *     13.3)
 * @param canceled numbers of the positions that are out, add-ons included
 * @param sold the gift cards that were sold with those
 * @param altered positions whose tickets admit to something else, or at another time
 * @param added positions that are new
 * @param held all positions that are not cancelled, those that were split off included
 * @param split what was split off; null if nothing was
 */
public record ChangedContents(
        boolean happened,
        boolean invoiceAffected,
        List<Long> canceled,
        GiftCardSale sold,
        List<AlteredLine> altered,
        List<AddedLine> added,
        List<HeldLine> held,
        @Nullable SplitOff split) {

    public ChangedContents {
        canceled = List.copyOf(canceled);
        altered = List.copyOf(altered);
        added = List.copyOf(added);
        held = List.copyOf(held);
    }

    /** What a ticket admits to now; its validity where that was said. */
    public record AlteredLine(
            long line,
            long item,
            @Nullable Long variation,
            @Nullable Long subevent,
            Patch<Instant> validFrom,
            Patch<Instant> validUntil) {}

    /** A new position, and when its ticket is good. */
    public record AddedLine(
            OrderLine line,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {}

    /** A position and its product. */
    public record HeldLine(long line, long item) {}
}
