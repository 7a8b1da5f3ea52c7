package org.gatebook.query.order.shown;

import java.util.Optional;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventTerms;
import org.gatebook.api.offer.Item;

/** Which ticket files there are (behaviour notes, orders 4.8 and 6.5). */
public final class Downloads {

    private Downloads() {}

    /** Whether links to files are shown; a setting that switches downloads off is not looked at. */
    public static boolean areShown(StoredOrder.Head order, EventOffer offer) {
        return switch (order.status()) {
            case PAID -> true;
            case PENDING -> !order.requireApproval() && pendingHasFiles(order, offer);
            case EXPIRED, CANCELED -> false;
        };
    }

    /** Whether tickets are good, or at least printed, before they are paid. */
    public static boolean pendingHasFiles(StoredOrder.Head order, EventOffer offer) {
        return order.validIfPending() || offer.terms().tickets().pending();
    }

    /** Whether there is a ticket for the position: the product says it, or what kind of position it is. */
    public static boolean hasTicket(StoredLine line, EventOffer offer) {
        Optional<Item> item = offer.item(line.item());
        if (item.isEmpty()) {
            return false;
        }
        Boolean said = item.get().generateTickets();
        if (said != null) {
            return said;
        }
        EventTerms.Tickets terms = offer.terms().tickets();
        return !line.blocked()
                && (!line.addon() || terms.addons())
                && (item.get().admission() || terms.nonAdmission());
    }
}
