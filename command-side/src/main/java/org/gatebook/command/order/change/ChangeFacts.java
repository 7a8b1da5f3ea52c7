package org.gatebook.command.order.change;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Voucher;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.command.order.price.TaxAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the world outside an order knows of a change, as far as the change needs it.
 *
 * @param address the address by which taxes are found; null if none is known, or nothing is taxed
 * @param seats those that are named, and those of the order where they matter
 * @param vouchers of positions that become something else, by id
 * @param tickets what tickets admit to and when, by position; empty where nobody says anything of validity
 */
public record ChangeFacts(
        EventOffer offer,
        @Nullable TaxAddress address,
        List<Seat> seats,
        Map<Long, Voucher> vouchers,
        Map<Long, TicketTerms> tickets) {

    public ChangeFacts {
        seats = List.copyOf(seats);
        vouchers = Map.copyOf(vouchers);
        tickets = Map.copyOf(tickets);
    }

    /** The seat of this name in the plan of this date; null if it has none. */
    @Nullable
    Seat seat(String guid, @Nullable Long subevent) {
        return seats.stream()
                .filter(seat -> seat.guid().equals(guid) && Objects.equals(seat.subevent(), subevent))
                .findFirst()
                .orElse(null);
    }

    /** The seat of this id; null if it is gone. */
    @Nullable
    Seat seat(long id) {
        return seats.stream().filter(seat -> seat.id() == id).findFirst().orElse(null);
    }

    /** What the ticket of this position admits to, and when. */
    TicketTerms ticket(long line) {
        return Objects.requireNonNull(tickets.get(line), "every position has a ticket");
    }
}
