package org.gatebook.command.ticket.secret;

import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.TicketCommand.ReplaceTicketSecret;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.api.ticket.TicketQuery.FindTicketsOfOrder;
import org.gatebook.api.ticket.TicketQuery.KnownTicket;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.command.ticket.TicketSecrets;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Questions;
import org.springframework.stereotype.Component;

/** Gives tickets other secrets; the former one is void, and published as such where devices would believe it. */
@Component
public class SecretReplacement {

    private final NewSecrets secrets;
    private final TicketSecrets ledger;
    private final Questions questions;
    private final CommandSender commands;

    SecretReplacement(NewSecrets secrets, TicketSecrets ledger, Questions questions, CommandSender commands) {
        this.secrets = secrets;
        this.ledger = ledger;
        this.questions = questions;
        this.commands = commands;
    }

    /** Another secret, whatever the present one says. */
    public Decision<TicketId> replace(EventOffer offer, TicketId ticket, TicketTerms terms) {
        String secret = fresh(offer, ticket, terms);
        return commands.send(new ReplaceTicketSecret(
                ticket, Personal.bearer(ticket.subject(), secret), NewSecrets.areRevoked(offer)));
    }

    /** A secret that is claimed for the ticket, and is to be given to it. */
    public String fresh(EventOffer offer, TicketId ticket, TicketTerms terms) {
        String secret;
        do {
            secret = secrets.next(offer, terms);
        } while (!ledger.claim(offer.organizer(), Map.of(secret, ticket)).isEmpty());
        return secret;
    }

    /** Another secret if the present one is signed and says something else than these terms. */
    public void replaceStale(EventOffer offer, TicketId ticket, String secret, TicketTerms terms) {
        if (secrets.isStale(offer, secret, terms)) {
            replace(offer, ticket, terms);
        }
    }

    /**
     * Makes void what these tickets of an order open with, where devices would still believe it, because their positions
     * ended (behaviour notes, orders 20). Random secrets are left alone: whoever asks about them is told.
     */
    public void revoke(EventOffer offer, OrderId order, Collection<TicketId> tickets) {
        revoke(offer, order, ticket -> tickets.contains(ticket.id()));
    }

    /** The same for all tickets of an order that ended. */
    public void revokeAll(EventOffer offer, OrderId order) {
        revoke(offer, order, ticket -> !ticket.canceled());
    }

    private void revoke(EventOffer offer, OrderId order, Predicate<KnownTicket> ended) {
        if (NewSecrets.areRevoked(offer)) {
            questions.ask(new FindTicketsOfOrder(offer.organizer(), order)).stream()
                    .filter(ended)
                    .forEach(ticket -> replace(offer, ticket.id(), ticket.terms()));
        }
    }
}
