package org.gatebook.command.order.change;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Seats;
import org.gatebook.api.offer.Voucher;
import org.gatebook.api.offer.Vouchers;
import org.gatebook.api.order.OrderDetails;
import org.gatebook.api.order.OrderQuery.FindOrderDetails;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.api.ticket.TicketQuery.FindTicketsOfOrder;
import org.gatebook.api.ticket.TicketQuery.KnownTicket;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.command.order.price.TaxAddress;
import org.gatebook.command.order.state.OrderContents;
import org.gatebook.command.order.state.OrderHoldings;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.usage.HeldLine;
import org.gatebook.command.order.usage.Holdings;
import org.gatebook.command.order.usage.Places;
import org.gatebook.command.order.usage.Returning;
import org.gatebook.eventstore.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** What a change asks is looked up when it is asked, and remembered for this one change. */
final class AskedSurroundings implements ChangeSurroundings {

    private final OrderState order;
    private final EventOffer offer;
    private final Instant now;
    private final Places places;
    private final Questions questions;
    private final ObjectProvider<Seats> seats;
    private final ObjectProvider<Vouchers> vouchers;
    private final Map<Long, Seat> knownSeats = new HashMap<>();
    private @Nullable TaxAddress address;
    private boolean addressKnown;
    private @Nullable Map<TicketId, TicketTerms> tickets;

    AskedSurroundings(
            OrderState order,
            EventOffer offer,
            Instant now,
            Places places,
            Questions questions,
            ObjectProvider<Seats> seats,
            ObjectProvider<Vouchers> vouchers) {
        this.order = order;
        this.offer = offer;
        this.now = now;
        this.places = places;
        this.questions = questions;
        this.seats = seats;
        this.vouchers = vouchers;
    }

    @Override
    public EventOffer offer() {
        return offer;
    }

    @Override
    public @Nullable TaxAddress address() {
        if (!addressKnown) {
            address = questions
                    .ask(new FindOrderDetails(contents().id()))
                    .map((OrderDetails details) -> TaxAddress.of(details))
                    .orElse(null);
            addressKnown = true;
        }
        return address;
    }

    @Override
    public @Nullable Voucher voucher(long id) {
        return vouchers.getObject()
                .byId(offer.organizer(), offer.event(), List.of(id))
                .get(id);
    }

    @Override
    public @Nullable Seat seat(String guid, @Nullable Long subevent) {
        Seat found = seats.getObject().byGuid(offer.organizer(), offer.event(), List.of(guid)).stream()
                .filter(seat -> Objects.equals(seat.subevent(), subevent))
                .findFirst()
                .orElse(null);
        if (found != null) {
            knownSeats.put(found.id(), found);
        }
        return found;
    }

    /** All seats of the order at once. */
    @Override
    public @Nullable Seat seat(long id) {
        if (!knownSeats.containsKey(id)) {
            Set<Long> wanted = contents().activeLines().stream()
                    .map(line -> line.terms().seat())
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .collect(Collectors.toCollection(HashSet::new));
            wanted.add(id);
            knownSeats.putAll(seats.getObject().byId(offer.organizer(), offer.event(), wanted));
        }
        return knownSeats.get(id);
    }

    @Override
    public TicketTerms ticket(long line) {
        if (tickets == null) {
            tickets = questions
                    .ask(new FindTicketsOfOrder(offer.organizer(), contents().id()))
                    .stream()
                    .collect(Collectors.toMap(KnownTicket::id, KnownTicket::terms));
        }
        return Objects.requireNonNull(tickets.get(new TicketId(line)), "every position has a ticket");
    }

    @Override
    public @Nullable Refusal unavailable(List<HeldLine> wanted) {
        boolean blockedToo =
                offer.terms().blockedSeatChannels().contains(contents().salesChannel());
        return places.toChange(offer, OrderHoldings.of(order), Holdings.ofValid(wanted), blockedToo, now);
    }

    @Override
    public @Nullable Refusal gone(List<HeldLine> wanted) {
        return places.toReturn(offer, new Returning(wanted, false, false), offer.locale(), now);
    }

    private OrderContents contents() {
        return order.contents();
    }
}
