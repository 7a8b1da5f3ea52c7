package org.gatebook.command.order.place;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.offer.Carts;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.order.OrderCommand.PlaceOrder;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderRefusals;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.api.ticket.IssuedTicket;
import org.gatebook.api.ticket.TicketCommand.IssueTicket;
import org.gatebook.api.ticket.TicketCommand.RecordAutomaticScan;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.catalogue.upload.UploadedFiles;
import org.gatebook.command.code.RandomCodes;
import org.gatebook.command.order.form.OrderForm;
import org.gatebook.command.order.form.OrderWish;
import org.gatebook.command.order.form.PositionWish;
import org.gatebook.command.order.giftcard.SoldGiftCards;
import org.gatebook.command.order.medium.TicketMedia;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.CommandSender;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Places an order that was checked and priced, and brings into being what comes with it: its tickets, the entries of those
 * that are let in at once, media and gift cards. Everything is one unit; what is refused leaves nothing.
 */
@Component
class OrderPlacement {

    private final ClientIds ids;
    private final OrderNames names;
    private final RandomCodes random;
    private final UploadedFiles files;
    private final Carts carts;
    private final TicketMedia media;
    private final SoldGiftCards cards;
    private final CommandSender commands;

    OrderPlacement(
            ClientIds ids,
            OrderNames names,
            RandomCodes random,
            UploadedFiles files,
            Carts carts,
            TicketMedia media,
            SoldGiftCards cards,
            CommandSender commands) {
        this.ids = ids;
        this.names = names;
        this.random = random;
        this.files = files;
        this.carts = carts;
        this.media = media;
        this.cards = cards;
        this.commands = commands;
    }

    /**
     * Places it.
     *
     * @param seats what was found for each position
     * @param order a fresh number
     */
    Decision<PlaceOrder> place(
            EventOffer offer, OrderWish wish, Quote quote, List<@Nullable Seat> seats, OrderId order, Instant now) {
        List<List<CheckinList>> entries = quote.lines().stream()
                .map(line -> AutomaticScans.lists(offer, wish.salesChannel(), line))
                .toList();
        int positions = quote.lines().size();
        int fees = quote.fees().size();
        int scans = entries.stream().mapToInt(List::size).sum();
        List<Long> numbers = ids.next(1 + positions + fees + scans);
        NewOrder fresh = new NewOrder(
                offer,
                wish,
                quote,
                seats,
                order,
                numbers.subList(1, 1 + positions),
                numbers.subList(1 + positions, 1 + positions + fees),
                now);
        OrderNames.Names names = this.names.claim(fresh);
        if (names == null) {
            return new Decision.Refused<>(OrderRefusals.CODE_TAKEN, false);
        }
        List<Long> bought = bought(fresh);
        PlacedOrder placed = fresh.placed(names.code(), random.orderSecret(), bought);
        PlaceOrder command = new PlaceOrder(placed, fresh.payment(numbers.getFirst()));
        Decision<OrderId> decision = commands.send(command);
        return switch (decision) {
            case Decision.Refused<OrderId> refused -> new Decision.Refused<>(refused.refusal(), refused.eventsKept());
            case Decision.Accepted<OrderId> accepted -> {
                List<TicketId> tickets = issueTickets(fresh, names.secrets());
                Iterator<Long> scanIds =
                        numbers.subList(1 + positions + fees, numbers.size()).iterator();
                for (int index = 0; index < positions; index++) {
                    for (CheckinList list : entries.get(index)) {
                        commands.send(new RecordAutomaticScan(
                                tickets.get(index), AutomaticScans.scan(scanIds.next(), list, now)));
                    }
                }
                keepFiles(wish);
                giveMedia(fresh, placed);
                carts.remove(offer.organizer(), offer.event(), bought);
                cards.issue(order);
                yield new Decision.Accepted<>(command);
            }
        };
    }

    private List<TicketId> issueTickets(NewOrder order, List<String> secrets) {
        List<TicketId> tickets = new ArrayList<>();
        for (int index = 0; index < secrets.size(); index++) {
            IssuedTicket ticket = order.ticket(index, secrets.get(index), random.pseudonym());
            commands.send(new IssueTicket(ticket));
            tickets.add(ticket.id());
        }
        return tickets;
    }

    private void giveMedia(NewOrder order, PlacedOrder placed) {
        for (int index = 0; index < order.lineIds().size(); index++) {
            PositionWish position = order.wish().positions().get(index);
            if (position.medium() != null) {
                media.takeOver(
                        placed.organizer(), position.medium(), order.lineIds().get(index));
            } else if (TicketMedia.areMadeFor(position.item())) {
                media.make(placed.organizer(), order.lineIds().get(index), placed.customer());
            }
        }
    }

    private List<Long> bought(NewOrder order) {
        OrganizerSlug organizer = order.offer().organizer();
        EventSlug event = order.offer().event();
        List<String> consumed = order.wish().sent().get(OrderForm.CONSUME_CARTS, List.of());
        return carts.withParts(organizer, event, carts.held(organizer, event, consumed, order.now()));
    }

    private void keepFiles(OrderWish wish) {
        for (PositionWish position : wish.positions()) {
            position.attendee().files().forEach(files::keep);
        }
    }
}
