package org.gatebook.command.ticket.secret;

import java.util.Map;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.TicketCommand.ReplaceTicketSecret;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.command.ticket.TicketSecrets;
import org.gatebook.eventstore.CommandSender;
import org.springframework.stereotype.Component;

/** Gives tickets other secrets; the former one is void, and published as such where devices would believe it. */
@Component
public class SecretReplacement {

    private final NewSecrets secrets;
    private final TicketSecrets ledger;
    private final CommandSender commands;

    SecretReplacement(NewSecrets secrets, TicketSecrets ledger, CommandSender commands) {
        this.secrets = secrets;
        this.ledger = ledger;
        this.commands = commands;
    }

    /** Another secret, whatever the present one says. */
    public Decision<TicketId> replace(EventOffer offer, TicketId ticket, TicketTerms terms) {
        String secret;
        do {
            secret = secrets.next(offer, terms);
        } while (!ledger.claim(offer.organizer(), Map.of(secret, ticket)).isEmpty());
        return commands.send(new ReplaceTicketSecret(
                ticket, Personal.bearer(ticket.subject(), secret), NewSecrets.areRevoked(offer)));
    }

    /** Another secret if the present one is signed and says something else than these terms. */
    public void replaceStale(EventOffer offer, TicketId ticket, String secret, TicketTerms terms) {
        if (secrets.isStale(offer, secret, terms)) {
            replace(offer, ticket, terms);
        }
    }

    /** Another secret if it is published that the present one is void: its ticket has ended (behaviour notes, orders 20). */
    public void revoke(EventOffer offer, TicketId ticket, TicketTerms terms) {
        if (NewSecrets.areRevoked(offer)) {
            replace(offer, ticket, terms);
        }
    }
}
