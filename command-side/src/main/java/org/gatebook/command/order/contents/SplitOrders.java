package org.gatebook.command.order.contents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.Buyer;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderCommand.BeginSplitOrder;
import org.gatebook.api.order.OrderDetails;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.order.OrderQuery.FindLines;
import org.gatebook.api.order.OrderQuery.FindOrderDetails;
import org.gatebook.api.order.OrderQuery.KnownLine;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.api.order.change.LineTerms;
import org.gatebook.api.order.change.SplitInto;
import org.gatebook.api.order.change.SplitOff;
import org.gatebook.api.order.change.SplitOff.MovedLine;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.api.ticket.TicketCommand.MoveTicket;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.command.code.RandomCodes;
import org.gatebook.command.order.OrderCodes;
import org.gatebook.command.ticket.secret.SecretReplacement;
import org.gatebook.eventstore.Claims;
import org.gatebook.eventstore.Claims.Claim;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Questions;
import org.springframework.stereotype.Component;

/** Makes the orders that positions are split off into (behaviour notes, orders 17.6). */
@Component
class SplitOrders {

    private static final Buyer NOBODY = new Buyer(null, null, "", null);

    private final OrderCodes codes;
    private final Claims claims;
    private final ClientIds ids;
    private final RandomCodes random;
    private final Questions questions;
    private final CommandSender commands;
    private final SecretReplacement secrets;

    SplitOrders(
            OrderCodes codes,
            Claims claims,
            ClientIds ids,
            RandomCodes random,
            Questions questions,
            CommandSender commands,
            SecretReplacement secrets) {
        this.codes = codes;
        this.claims = claims;
        this.ids = ids;
        this.random = random;
        this.questions = questions;
        this.commands = commands;
        this.secrets = secrets;
    }

    /** Names that no other order has; those of test orders can be told apart. */
    SplitInto names(EventOffer offer, boolean testmode) {
        OrderId order = new OrderId(ids.next());
        for (int clashes = 0; ; clashes++) {
            OrderCode code = codes.candidate(testmode, clashes);
            if (claims.claimAll(List.of(OrderCodes.claimOf(offer.organizer(), code, order)))
                    .isEmpty()) {
                return new SplitInto(order, code);
            }
        }
    }

    /** Gives back what {@link #names} took, for when nothing was split off after all. */
    void giveBack(EventOffer offer, SplitInto names) {
        Claim code = OrderCodes.claimOf(offer.organizer(), names.code(), names.order());
        claims.release(code.kind(), code.scope(), code.value(), code.owner());
    }

    /**
     * Begins the order and takes the tickets over, which get other secrets: whoever has the old ones need not be who the new
     * order is for.
     *
     * @param tickets what they admit to
     */
    void begin(EventOffer offer, OrderId from, SplitOff split, Map<TicketId, TicketTerms> tickets, Instant now) {
        List<Long> numbers = ids.next(1 + split.fees().size());
        commands.send(new BeginSplitOrder(
                placed(offer, from, split, numbers.subList(1, numbers.size()), now),
                from,
                split.offset(),
                Personal.of(
                        split.order().subject(),
                        Map.of("orders", List.of(split.from().value()))),
                numbers.getFirst(),
                split.paid(),
                split.lines().stream()
                        .filter(MovedLine::soldCard)
                        .map(MovedLine::id)
                        .collect(Collectors.toSet())));
        for (MovedLine line : split.lines()) {
            TicketId ticket = new TicketId(line.id());
            commands.send(new MoveTicket(ticket, split.order()));
            secrets.replace(offer, ticket, Objects.requireNonNull(tickets.get(ticket), "every position has a ticket"));
        }
    }

    private PlacedOrder placed(EventOffer offer, OrderId from, SplitOff split, List<Long> feeIds, Instant now) {
        OrderDetails details = questions.ask(new FindOrderDetails(from)).orElseThrow();
        SubjectId subject = split.order().subject();
        Personal<String> checkinText = details.checkinText();
        return new PlacedOrder(
                split.order(),
                split.code(),
                offer.organizer(),
                offer.event(),
                split.testmode(),
                Personal.bearer(subject, random.orderSecret()),
                details.locale(),
                split.salesChannel(),
                now,
                split.expires(),
                Personal.of(subject, details.buyer().value().orElse(NOBODY)),
                details.followupAt(),
                details.checkinAttention(),
                checkinText == null
                        ? null
                        : Personal.of(subject, checkinText.value().orElse("")),
                split.requireApproval(),
                details.validIfPending(),
                Personal.of(subject, details.apiMeta().value().orElse(Map.of())),
                details.customer(),
                lines(from, split),
                fees(split, feeIds),
                false,
                split.total(),
                null);
    }

    private List<OrderLine> lines(OrderId from, SplitOff split) {
        Map<Long, Personal<Attendee>> attendees = questions.ask(new FindLines(from)).stream()
                .collect(Collectors.toMap(KnownLine::id, KnownLine::attendee));
        List<OrderLine> lines = new ArrayList<>();
        for (MovedLine line : split.lines()) {
            LineTerms terms = line.terms();
            lines.add(new OrderLine(
                    line.id(),
                    line.positionid(),
                    terms.item(),
                    terms.variation(),
                    terms.subevent(),
                    terms.price(),
                    terms.taxRule(),
                    terms.taxRate(),
                    terms.taxValue(),
                    line.voucher(),
                    terms.voucherBudgetUse(),
                    line.discount(),
                    line.addonTo(),
                    line.bundled(),
                    terms.seat(),
                    Objects.requireNonNull(attendees.get(line.id()), "every position is known")));
        }
        return lines;
    }

    private static List<OrderFee> fees(SplitOff split, List<Long> feeIds) {
        Iterator<Long> numbers = feeIds.iterator();
        List<OrderFee> fees = new ArrayList<>();
        for (OrderFee fee : split.fees()) {
            fees.add(new OrderFee(
                    numbers.next(),
                    fee.feeType(),
                    fee.value(),
                    fee.description(),
                    fee.internalType(),
                    fee.taxRule(),
                    fee.taxRate(),
                    fee.taxValue()));
        }
        return fees;
    }
}
