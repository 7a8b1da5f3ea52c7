package org.gatebook.query.ticket;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.ticket.IssuedTicket;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.api.ticket.TicketEvent.TicketBlocksChanged;
import org.gatebook.api.ticket.TicketEvent.TicketCanceled;
import org.gatebook.api.ticket.TicketEvent.TicketErased;
import org.gatebook.api.ticket.TicketEvent.TicketIssued;
import org.gatebook.api.ticket.TicketEvent.TicketMoved;
import org.gatebook.api.ticket.TicketEvent.TicketScanRefused;
import org.gatebook.api.ticket.TicketEvent.TicketScanned;
import org.gatebook.api.ticket.TicketEvent.TicketSecretReplaced;
import org.gatebook.api.ticket.TicketEvent.TicketTermsChanged;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.api.ticket.TicketTerms;
import org.jspecify.annotations.Nullable;

/**
 * A ticket from its own events alone.
 *
 * @param secret empty once it was erased
 * @param pseudonymizationId likewise
 * @param blocks in the order in which they came
 * @param checkins accepted scans, the newest first
 */
record TicketView(
        TicketId id,
        OrderId order,
        OrganizerSlug organizer,
        EventSlug event,
        @Nullable Long addonTo,
        String secret,
        String pseudonymizationId,
        TicketTerms terms,
        List<String> blocks,
        boolean canceled,
        List<CheckinView> checkins) {

    TicketView {
        blocks = List.copyOf(blocks);
        checkins = List.copyOf(checkins);
    }

    /** The ticket after the event; the same instance when nothing about it is different. */
    static TicketView fold(@Nullable TicketView before, TicketEvent event) {
        if (before == null) {
            if (event instanceof TicketIssued issued) {
                return issued(issued.issued());
            }
            throw new IllegalStateException("the first event of " + event.ticket() + " is not its issue");
        }
        return switch (event) {
            case TicketIssued again -> throw new IllegalStateException("issued twice: " + again.ticket());
            case TicketTermsChanged e -> before.with(e.terms());
            case TicketMoved e -> before.in(e.order());
            case TicketCanceled e -> before.ended();
            case TicketBlocksChanged e -> before.blocked(e.blocks());
            case TicketSecretReplaced e -> before.with(e.secret().value().orElse(""));
            case TicketScanned e -> before.and(CheckinView.of(e.scan()));
            case TicketScanRefused e -> before;
            // Secret and name are gone already: after this event the ticket is folded anew.
            case TicketErased e -> before;
        };
    }

    private static TicketView issued(IssuedTicket issued) {
        return new TicketView(
                issued.id(),
                issued.order(),
                issued.organizer(),
                issued.event(),
                issued.addonTo(),
                issued.secret().value().orElse(""),
                issued.pseudonymizationId().value().orElse(""),
                issued.terms(),
                List.of(),
                false,
                List.of());
    }

    private TicketView with(TicketTerms changed) {
        return new TicketView(
                id, order, organizer, event, addonTo, secret, pseudonymizationId, changed, blocks, canceled, checkins);
    }

    private TicketView with(String changedSecret) {
        return new TicketView(
                id,
                order,
                organizer,
                event,
                addonTo,
                changedSecret,
                pseudonymizationId,
                terms,
                blocks,
                canceled,
                checkins);
    }

    private TicketView in(OrderId other) {
        return new TicketView(
                id, other, organizer, event, addonTo, secret, pseudonymizationId, terms, blocks, canceled, checkins);
    }

    private TicketView ended() {
        return new TicketView(
                id, order, organizer, event, addonTo, secret, pseudonymizationId, terms, blocks, true, checkins);
    }

    private TicketView blocked(List<String> reasons) {
        return new TicketView(
                id, order, organizer, event, addonTo, secret, pseudonymizationId, terms, reasons, canceled, checkins);
    }

    private TicketView and(CheckinView checkin) {
        List<CheckinView> all = new ArrayList<>(checkins);
        all.add(checkin);
        all.sort(CheckinView.NEWEST_FIRST);
        return new TicketView(
                id, order, organizer, event, addonTo, secret, pseudonymizationId, terms, blocks, canceled, all);
    }
}
