package org.gatebook.catalogue.usage;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Quota;
import org.gatebook.catalogue.usage.Reserved.Reason;
import org.springframework.stereotype.Component;

/** Says how many places of quotas are left (behaviour notes, orders 9.1), as the present unit sees it. */
@Component
public final class PlacesLeft {

    /** A quota without a size. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private final Reservations reservations;

    PlacesLeft(Reservations reservations) {
        this.reservations = reservations;
    }

    /**
     * Places of each quota, none when it is closed.
     *
     * @param waitingFirst whether the waiting list goes first
     */
    public Map<Long, Long> of(EventOffer offer, Collection<Quota> quotas, boolean waitingFirst, Instant now) {
        Reserved reserved = reservations.of(
                offer.organizer(),
                offer.event(),
                Reservations.Question.about(quotas.stream()
                        .filter(quota -> quota.size() != null)
                        .map(quota -> Counted.quota(quota.id()))
                        .toList()),
                now);
        Map<Long, Long> left = new LinkedHashMap<>();
        quotas.forEach(quota -> left.put(quota.id(), left(quota, reserved, waitingFirst)));
        return left;
    }

    private static long left(Quota quota, Reserved reserved, boolean waitingFirst) {
        if (quota.closed()) {
            return 0;
        }
        if (quota.size() == null) {
            return UNLIMITED;
        }
        long taken = reserved.used(Counted.quota(quota.id()))
                + reserved.kept(Reason.VOUCHER, quota)
                + reserved.kept(Reason.CART, quota)
                + (waitingFirst ? reserved.kept(Reason.WAITING_LIST, quota) : 0);
        return Math.max(0, quota.size() - taken);
    }
}
