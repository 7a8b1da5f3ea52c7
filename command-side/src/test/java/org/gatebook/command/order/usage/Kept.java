package org.gatebook.command.order.usage;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.catalogue.usage.Reservations;
import org.gatebook.catalogue.usage.Reserved;
import org.gatebook.catalogue.usage.Reserved.KeptPlaces;
import org.gatebook.catalogue.usage.Reserved.Reason;

/** What is kept for others, as a test says. */
final class Kept implements Reservations {

    private final StagedCounters counters;
    private final Map<Reason, Long> tickets = new HashMap<>();
    final Map<Long, Long> voucherCarts = new HashMap<>();
    final Set<Long> seatsInCarts = new HashSet<>();
    final Map<Long, Long> seatVouchers = new HashMap<>();
    final Map<Long, Long> exited = new HashMap<>();

    Kept(StagedCounters counters) {
        this.counters = counters;
    }

    void tickets(Reason reason, long count) {
        tickets.put(reason, count);
    }

    @Override
    public Reserved of(EventOffer offer, Question asked, Instant now) {
        Stream<KeptPlaces> places = tickets.entrySet().stream()
                .map(kept -> new KeptPlaces(kept.getKey(), SmallOffer.TICKET, null, null, null, kept.getValue()));
        return new Reserved(
                places.toList(), voucherCarts, seatsInCarts, seatVouchers, counters.used(asked.counters()), 7, exited);
    }
}
