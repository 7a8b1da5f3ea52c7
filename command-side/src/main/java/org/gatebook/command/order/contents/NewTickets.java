package org.gatebook.command.order.contents;

import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.order.change.ChangedContents.AddedLine;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.IssuedTicket;
import org.gatebook.api.ticket.TicketCommand.IssueTicket;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.catalogue.upload.UploadedFiles;
import org.gatebook.command.code.RandomCodes;
import org.gatebook.command.ticket.secret.SecretReplacement;
import org.gatebook.eventstore.CommandSender;
import org.springframework.stereotype.Component;

/** Issues the tickets of positions that were added to an order. */
@Component
class NewTickets {

    private final SecretReplacement secrets;
    private final RandomCodes random;
    private final UploadedFiles files;
    private final CommandSender commands;

    NewTickets(SecretReplacement secrets, RandomCodes random, UploadedFiles files, CommandSender commands) {
        this.secrets = secrets;
        this.random = random;
        this.files = files;
        this.commands = commands;
    }

    /** Issues one, and keeps the files that were answered with. */
    void issue(EventOffer offer, OrderId order, AddedLine added) {
        OrderLine line = added.line();
        TicketId ticket = new TicketId(line.id());
        TicketTerms terms =
                new TicketTerms(line.item(), line.variation(), line.subevent(), added.validFrom(), added.validUntil());
        String secret = secrets.fresh(offer, ticket, terms);
        commands.send(new IssueTicket(new IssuedTicket(
                ticket,
                order,
                offer.organizer(),
                offer.event(),
                line.positionid(),
                terms.item(),
                terms.variation(),
                terms.subevent(),
                line.addonTo(),
                Personal.bearer(ticket.subject(), secret),
                Personal.of(ticket.subject(), random.pseudonym()),
                terms.validFrom(),
                terms.validUntil())));
        line.attendee().value().orElseGet(Attendee::unknown).files().forEach(files::keep);
    }
}
