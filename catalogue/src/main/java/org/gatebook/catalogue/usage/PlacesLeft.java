package org.gatebook.catalogue.usage;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Quota;
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
                offer,
                Reservations.Question.about(quotas.stream()
                        .filter(quota -> quota.size() != null)
                        .map(quota -> Counted.quota(quota.id()))
                        .toList()),
                now);
        Map<Long, Long> left = new LinkedHashMap<>();
        for (Quota quota : quotas) {
            Long free = QuotaRoom.of(quota, reserved, waitingFirst).left();
            left.put(quota.id(), free == null ? UNLIMITED : free);
        }
        return left;
    }
}
