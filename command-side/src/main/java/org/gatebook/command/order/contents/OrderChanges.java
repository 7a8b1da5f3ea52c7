package org.gatebook.command.order.contents;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.invoice.InvoiceOccasion;
import org.gatebook.api.invoice.InvoiceQuery.IsInvoiced;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.OrderCommand.ChangeOrder;
import org.gatebook.api.order.OrderMail;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.api.order.change.ChangeOperation;
import org.gatebook.api.order.change.ChangeOperation.SplitLine;
import org.gatebook.api.order.change.ChangeRefusals;
import org.gatebook.api.order.change.ChangedContents;
import org.gatebook.api.order.change.ChangedContents.AlteredLine;
import org.gatebook.api.order.change.ChangedContents.HeldLine;
import org.gatebook.api.order.change.SplitInto;
import org.gatebook.api.order.change.SplitOff;
import org.gatebook.api.ticket.TicketCommand.CancelTicket;
import org.gatebook.api.ticket.TicketCommand.ChangeTicketTerms;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.api.ticket.TicketQuery.FindTicketsOfOrder;
import org.gatebook.api.ticket.TicketQuery.KnownTicket;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.command.order.giftcard.SoldGiftCards;
import org.gatebook.command.order.invoice.OrderInvoices;
import org.gatebook.command.order.mail.OrderMails;
import org.gatebook.command.order.medium.TicketMedia;
import org.gatebook.command.ticket.secret.SecretReplacement;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.request.ApiRequest;
import org.springframework.stereotype.Component;

/**
 * Lets orders change what they hold, and does what follows: tickets end, change, begin and move, sold gift cards are
 * emptied, media made. Every way to change positions and fees comes here. Works within the present unit: what is refused
 * must be answered as a refusal, so that nothing of it stays.
 */
@Component
public class OrderChanges {

    private final EventOffers offers;
    private final Questions questions;
    private final CommandSender commands;
    private final SplitOrders splits;
    private final NewTickets tickets;
    private final SecretReplacement secrets;
    private final SoldGiftCards cards;
    private final TicketMedia media;
    private final OrderMails mails;
    private final OrderInvoices invoices;

    OrderChanges(
            EventOffers offers,
            Questions questions,
            CommandSender commands,
            SplitOrders splits,
            NewTickets tickets,
            SecretReplacement secrets,
            SoldGiftCards cards,
            TicketMedia media,
            OrderMails mails,
            OrderInvoices invoices) {
        this.offers = offers;
        this.questions = questions;
        this.commands = commands;
        this.splits = splits;
        this.tickets = tickets;
        this.secrets = secrets;
        this.cards = cards;
        this.media = media;
        this.mails = mails;
        this.invoices = invoices;
    }

    /**
     * Changes an order.
     *
     * @param operations in the order in which they are looked at
     * @param mailWanted whether the client wants the buyer to be told
     * @param reissue whether an invoice that no longer says what was sold is replaced
     */
    public Decision<ChangedContents> change(
            ApiRequest request,
            FoundOrder order,
            List<ChangeOperation> operations,
            boolean mailWanted,
            boolean reissue) {
        EventOffer offer = offers.of(request.organizer(), request.event());
        boolean splitting = operations.stream().anyMatch(SplitLine.class::isInstance);
        SplitInto into = splitting ? splits.names(offer, order.testmode()) : null;
        Decision<ChangedContents> decision = commands.send(
                new ChangeOrder(order.id(), operations, into, request.clientId(), request.now(), mailWanted));
        if (!(decision instanceof Decision.Accepted<ChangedContents> done)) {
            return decision;
        }
        if (into != null && done.result().split() == null) {
            splits.giveBack(offer, into);
        }
        if (!done.result().happened()) {
            return decision;
        }
        if (reissue && done.result().invoiceAffected()) {
            invoices.follow(order.id(), InvoiceOccasion.CHANGED);
        }
        Decision<ChangedContents> followed = followed(request, offer, order, done.result());
        if (mailWanted && followed instanceof Decision.Accepted<ChangedContents>) {
            tell(request, order, done.result());
        }
        return followed;
    }

    /** The order that positions were split off into is told of itself. */
    private void tell(ApiRequest request, FoundOrder order, ChangedContents changed) {
        mails.tell(request, order.id(), OrderMail.CHANGED);
        SplitOff split = changed.split();
        if (split != null) {
            mails.tell(request, split.order(), OrderMail.CHANGED);
        }
    }

    private Decision<ChangedContents> followed(
            ApiRequest request, EventOffer offer, FoundOrder order, ChangedContents changed) {
        String used = cards.takeBack(changed.sold());
        if (used != null) {
            return new Decision.Refused<>(ChangeRefusals.giftCardUsed(used), false);
        }
        List<TicketId> ended = changed.canceled().stream().map(TicketId::new).toList();
        if (!ended.isEmpty()) {
            ended.forEach(ticket -> commands.send(new CancelTicket(ticket)));
            secrets.revoke(offer, order.id(), ended);
        }
        SplitOff split = changed.split();
        Map<TicketId, TicketTerms> moved = alterTickets(offer, order, changed);
        changed.added().forEach(line -> tickets.issue(offer, order.id(), line));
        if (split != null) {
            splits.begin(offer, order.id(), split, moved, request.now());
            cards.issue(split.order());
            if (questions.ask(new IsInvoiced(order.id()))) {
                invoices.follow(split.order(), InvoiceOccasion.SPLIT_OFF);
            }
        }
        media.makeMissing(
                offer, order.id(), changed.held().stream().collect(Collectors.toMap(HeldLine::line, HeldLine::item)));
        cards.issue(order.id());
        return new Decision.Accepted<>(changed);
    }

    /** Answers with what the tickets admit to that move to another order, which gets them other secrets anyway. */
    private Map<TicketId, TicketTerms> alterTickets(EventOffer offer, FoundOrder order, ChangedContents changed) {
        SplitOff split = changed.split();
        if (changed.altered().isEmpty() && split == null) {
            return Map.of();
        }
        Map<TicketId, KnownTicket> known = questions.ask(new FindTicketsOfOrder(offer.organizer(), order.id())).stream()
                .collect(Collectors.toMap(KnownTicket::id, ticket -> ticket));
        Set<TicketId> moving = new HashSet<>();
        if (split != null) {
            split.lines().forEach(line -> moving.add(new TicketId(line.id())));
        }
        Map<TicketId, TicketTerms> terms = known.values().stream()
                .filter(ticket -> moving.contains(ticket.id()))
                .collect(Collectors.toMap(KnownTicket::id, KnownTicket::terms));
        for (AlteredLine line : changed.altered()) {
            KnownTicket ticket = known.get(new TicketId(line.line()));
            if (ticket == null) {
                continue;
            }
            TicketTerms altered = new TicketTerms(
                    line.item(),
                    line.variation(),
                    line.subevent(),
                    line.validFrom().or(ticket.terms().validFrom()),
                    line.validUntil().or(ticket.terms().validUntil()));
            commands.send(new ChangeTicketTerms(ticket.id(), altered));
            if (moving.contains(ticket.id())) {
                terms.put(ticket.id(), altered);
            } else if (!ticket.canceled()) {
                secrets.replaceStale(offer, ticket.id(), ticket.secret(), altered);
            }
        }
        return terms;
    }
}
