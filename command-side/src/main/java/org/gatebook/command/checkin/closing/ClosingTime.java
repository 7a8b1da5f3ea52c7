package org.gatebook.command.checkin.closing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gatebook.api.EventSlug;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.ticket.DoorQuery.FindTicketsInside;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.api.ticket.TicketCommand.RecordAutomaticScan;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.catalogue.checkin.CheckinLists;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.web.form.ApiText;
import org.springframework.stereotype.Component;

/**
 * Takes everybody who is inside for gone when a list's {@code exit_all_at} has come, and moves that moment by one day on
 * the event's clock (behaviour notes, check-in 4.9). A unit does so many tickets and no more; which ones are left is seen
 * from their scans, so that whoever takes over goes on where another node stopped, and nobody leaves twice.
 */
@Component
class ClosingTime {

    private static final String NAME = "exit-all";
    private static final String FIELD = "exit_all_at";
    private static final int AT_ONCE = 200;

    private final TransactionalUnit unit;
    private final Documents documents;
    private final CheckinLists lists;
    private final Catalogue catalogue;
    private final EventOffers offers;
    private final Questions questions;
    private final CommandSender commands;
    private final ClientIds ids;

    ClosingTime(
            TransactionalUnit unit,
            Documents documents,
            CheckinLists lists,
            Catalogue catalogue,
            EventOffers offers,
            Questions questions,
            CommandSender commands,
            ClientIds ids) {
        this.unit = unit;
        this.documents = documents;
        this.lists = lists;
        this.catalogue = catalogue;
        this.offers = offers;
        this.questions = questions;
        this.commands = commands;
        this.ids = ids;
    }

    /** Closes what is due. @return how many tickets left */
    int close() {
        List<Document> due = unit.read(
                Opening.plain(),
                entered -> documents.list(
                        lists.resource().type(),
                        ResourceSelection.everywhere()
                                .and(
                                        "(document ->> '" + FIELD + "')::timestamptz <= :now",
                                        Map.of("now", entered.now().atOffset(ZoneOffset.UTC)))));
        int left = 0;
        for (Document list : due) {
            int some;
            do {
                some = step(list);
                left += some;
            } while (some == AT_ONCE);
        }
        return left;
    }

    private int step(Document due) {
        EventSlug event = Objects.requireNonNull(due.owner().event());
        String run = NAME + "-" + UUID.randomUUID();
        AuditContext audit = AuditContext.system(NAME, "job", run, due.owner().organizer())
                .within(due.owner().organizer(), event);
        return unit.write(new Opening(due.owner().organizer(), event, null), audit, entered -> {
            Document list = documents
                    .byId(lists.resource().type(), due.owner(), due.id())
                    .orElse(null);
            String text = list == null ? null : list.textOrNull(FIELD);
            if (list == null || text == null || Instant.parse(text).isAfter(entered.now())) {
                return Ending.unchanged(0);
            }
            Instant at = Instant.parse(text);
            List<TicketId> inside = questions.ask(new FindTicketsInside(list.id(), at, AT_ONCE));
            leave(inside, list.id(), at);
            if (inside.size() < AT_ONCE) {
                ZoneId zone = offers.of(due.owner().organizer(), event).zone();
                Instant next = at.atZone(zone).plusDays(1).toInstant();
                catalogue.changeUndated(list, Map.of(FIELD, ApiText.moment(next)));
            }
            return Ending.done(inside::size);
        });
    }

    private void leave(List<TicketId> tickets, long list, Instant at) {
        Iterator<Long> scans = tickets.isEmpty()
                ? List.<Long>of().iterator()
                : ids.next(tickets.size()).iterator();
        for (TicketId ticket : tickets) {
            commands.send(new RecordAutomaticScan(
                    ticket,
                    new Scan(
                            scans.next(),
                            list,
                            Direction.EXIT,
                            at,
                            null,
                            null,
                            null,
                            null,
                            "barcode",
                            false,
                            false,
                            true)));
        }
    }
}
