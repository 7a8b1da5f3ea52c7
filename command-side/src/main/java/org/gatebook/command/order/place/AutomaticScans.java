package org.gatebook.command.order.place;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.ticket.Scan;

/**
 * The lists that let tickets in as soon as they are sold through some channel, paid or not (behaviour notes, orders 7.12).
 */
final class AutomaticScans {

    /** What is before the scanner when nobody scans. */
    private static final String NOTHING_SCANNED = "barcode";

    private AutomaticScans() {}

    /** The lists for tickets of this product and date. */
    static List<CheckinList> lists(EventOffer offer, String salesChannel, Quote.Line line) {
        Long date = line.wish().subeventId();
        return offer.checkinLists().values().stream()
                .filter(list -> list.autoCheckinSalesChannels().contains(salesChannel)
                        && list.accepts(line.wish().item().id())
                        && (list.subevent() == null || list.subevent().equals(date)))
                .sorted(Comparator.comparingLong(CheckinList::id))
                .toList();
    }

    static Scan scan(long id, CheckinList list, Instant now) {
        return new Scan(
                id, list.id(), Scan.Direction.ENTRY, now, null, null, null, null, NOTHING_SCANNED, false, false, true);
    }
}
