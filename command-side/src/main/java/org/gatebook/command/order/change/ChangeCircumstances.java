package org.gatebook.command.order.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Seats;
import org.gatebook.api.offer.Voucher;
import org.gatebook.api.offer.Vouchers;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderCommand.ChangeOrder;
import org.gatebook.api.order.OrderDetails;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FindLines;
import org.gatebook.api.order.OrderQuery.FindOrderDetails;
import org.gatebook.api.order.OrderQuery.KnownLine;
import org.gatebook.api.order.change.ChangeOperation;
import org.gatebook.api.order.change.ChangeOperation.AddLine;
import org.gatebook.api.order.change.ChangeOperation.AlterLine;
import org.gatebook.api.order.change.ChangeOperation.ChangeFee;
import org.gatebook.api.order.change.ChangeOperation.RecalculateTaxes;
import org.gatebook.api.order.change.LinePatch;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.TicketQuery.FindTicketsOfOrder;
import org.gatebook.api.ticket.TicketQuery.KnownTicket;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.command.order.price.TaxAddress;
import org.gatebook.command.order.state.Line;
import org.gatebook.command.order.state.OrderContents;
import org.gatebook.command.order.state.OrderHoldings;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.usage.Holdings;
import org.gatebook.command.order.usage.Places;
import org.gatebook.command.order.usage.Returning;
import org.gatebook.eventstore.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds out what the world says to changes of orders; each question that a change does not raise costs nothing. It is asked
 * once the order is loaded: whatever else changes the order from then on makes the unit begin again, so that no decision
 * stands on something older than the order itself.
 */
@Component
public class ChangeCircumstances {

    private final EventOffers offers;
    private final Places places;
    private final Questions questions;
    private final ObjectProvider<Seats> seats;
    private final ObjectProvider<Vouchers> vouchers;

    ChangeCircumstances(
            EventOffers offers,
            Places places,
            Questions questions,
            ObjectProvider<Seats> seats,
            ObjectProvider<Vouchers> vouchers) {
        this.offers = offers;
        this.places = places;
        this.questions = questions;
        this.seats = seats;
        this.vouchers = vouchers;
    }

    /** What there is to know of this change of this order. */
    public ChangeFacts facts(OrderState order, ChangeOrder command) {
        OrderContents contents = order.contents();
        EventOffer offer = offers.of(contents.organizer(), contents.event());
        List<ChangeOperation> operations = command.operations();
        return new ChangeFacts(
                offer,
                operations.stream().anyMatch(ChangeCircumstances::taxes) ? address(contents.id()) : null,
                seats(offer, contents, operations),
                vouchers(offer, contents, operations),
                patches(operations).anyMatch(ChangeCircumstances::saysValidity) ? tickets(contents) : Map.of());
    }

    /** Why there are not the places that the plan takes, or takes back; null if there are. */
    public @Nullable Refusal unavailable(OrderState order, ChangePlan plan, ChangeOrder command) {
        OrderContents contents = order.contents();
        if (!plan.takesPlaces() && !plan.takesPlacesBack()) {
            return null;
        }
        EventOffer offer = offers.of(contents.organizer(), contents.event());
        if (plan.takesPlacesBack()) {
            return places.toReturn(offer, new Returning(plan.wanted(), false, false), offer.locale(), command.now());
        }
        boolean blockedToo = offer.terms().blockedSeatChannels().contains(contents.salesChannel());
        return places.toChange(
                offer, OrderHoldings.of(order), Holdings.ofValid(plan.wanted()), blockedToo, command.now());
    }

    /** Who comes with a position; null if the order has no such position. */
    public @Nullable Personal<Attendee> attendee(OrderId order, long line) {
        return questions.ask(new FindLines(order)).stream()
                .filter(known -> known.id() == line)
                .findFirst()
                .map(KnownLine::attendee)
                .orElse(null);
    }

    private static boolean taxes(ChangeOperation operation) {
        return operation instanceof AddLine
                || operation instanceof ChangeFee
                || operation instanceof RecalculateTaxes
                || (operation instanceof AlterLine alter
                        && (alter.patch().taxRule().said() || becomesSomethingElse(alter.patch())));
    }

    private static boolean becomesSomethingElse(LinePatch patch) {
        return patch.item().said()
                || patch.variation().said()
                || patch.subevent().said();
    }

    private static boolean saysValidity(LinePatch patch) {
        return patch.validFrom().said() || patch.validUntil().said();
    }

    private static Stream<LinePatch> patches(List<ChangeOperation> operations) {
        return operations.stream()
                .filter(AlterLine.class::isInstance)
                .map(operation -> ((AlterLine) operation).patch());
    }

    private @Nullable TaxAddress address(OrderId order) {
        return questions
                .ask(new FindOrderDetails(order))
                .map((OrderDetails details) -> TaxAddress.of(details))
                .orElse(null);
    }

    /** Those of the order first: on another date they are looked up by their names. */
    private List<Seat> seats(EventOffer offer, OrderContents order, List<ChangeOperation> operations) {
        Set<String> names = new HashSet<>();
        patches(operations).map(patch -> patch.seat().value()).forEach(name -> {
            if (name != null) {
                names.add(name);
            }
        });
        for (ChangeOperation operation : operations) {
            if (operation instanceof AddLine add && add.line().seat() != null) {
                names.add(add.line().seat());
            }
        }
        List<Seat> found = new ArrayList<>();
        boolean some = offer.series()
                || patches(operations).anyMatch(patch -> patch.seat().said());
        Set<Long> taken = some ? taken(order) : Set.of();
        if (!taken.isEmpty()) {
            found.addAll(seats.getObject()
                    .byId(offer.organizer(), offer.event(), taken)
                    .values());
            found.forEach(seat -> names.add(seat.guid()));
        }
        if (!names.isEmpty()) {
            found.addAll(seats.getObject().byGuid(offer.organizer(), offer.event(), names));
        }
        return found;
    }

    private static Set<Long> taken(OrderContents order) {
        return order.lines().stream()
                .map(line -> line.terms().seat())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
    }

    private Map<Long, Voucher> vouchers(EventOffer offer, OrderContents order, List<ChangeOperation> operations) {
        Set<Long> used = new HashSet<>();
        for (ChangeOperation operation : operations) {
            if (operation instanceof AlterLine alter && becomesSomethingElse(alter.patch())) {
                for (Line line : order.lines()) {
                    if (line.id() == alter.line() && line.voucher() != null) {
                        used.add(line.voucher());
                    }
                }
            }
        }
        return used.isEmpty() ? Map.of() : vouchers.getObject().byId(offer.organizer(), offer.event(), used);
    }

    private Map<Long, TicketTerms> tickets(OrderContents order) {
        Map<Long, TicketTerms> tickets = new HashMap<>();
        for (KnownTicket ticket : questions.ask(new FindTicketsOfOrder(order.organizer(), order.id()))) {
            tickets.put(ticket.id().number(), ticket.terms());
        }
        return tickets;
    }
}
