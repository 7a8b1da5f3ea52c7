package org.gatebook.command.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.ticket.IssuedTicket;
import org.gatebook.api.ticket.Scan;
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
 * What a ticket is and who has come with it, as far as decisions look at it. Its secret is none of them.
 *
 * @param blocks reasons for which it is blocked, in the order in which they came; empty if none
 * @param scans the accepted ones, in the order of their own times
 */
record TicketState(
        TicketId id,
        OrganizerSlug organizer,
        EventSlug event,
        OrderId order,
        TicketTerms terms,
        boolean canceled,
        List<String> blocks,
        List<PastScan> scans) {

    TicketState {
        blocks = List.copyOf(blocks);
        scans = List.copyOf(scans);
    }

    /** A scan that was accepted. */
    record PastScan(
            long id,
            long list,
            Scan.Direction type,
            Instant at,
            @Nullable Long device,
            @Nullable String nonce) {

        static PastScan of(Scan scan) {
            return new PastScan(scan.id(), scan.list(), scan.type(), scan.at(), scan.device(), scan.nonce());
        }
    }

    List<PastScan> scansOn(long list) {
        return scans.stream().filter(s -> s.list() == list).toList();
    }

    Optional<PastScan> newestOn(long list) {
        return scansOn(list).stream().reduce((older, newer) -> newer);
    }

    /** The state after this event; pure. */
    static TicketState evolve(@Nullable TicketState before, TicketEvent event) {
        if (before == null) {
            if (event instanceof TicketIssued first) {
                return issued(first.issued());
            }
            throw new IllegalStateException("a ticket begins with its issue, not with that of " + event.ticket());
        }
        return switch (event) {
            case TicketIssued again -> throw new IllegalStateException("a ticket is issued once: " + again.ticket());
            case TicketTermsChanged e -> before.with(before.order, e.terms());
            case TicketMoved e -> before.with(e.order(), before.terms);
            case TicketCanceled e -> before.with(true, before.blocks, before.scans);
            case TicketBlocksChanged e -> before.with(before.canceled, e.blocks(), before.scans);
            case TicketSecretReplaced e -> before;
            case TicketScanned e -> before.with(before.canceled, before.blocks, before.after(PastScan.of(e.scan())));
            case TicketScanRefused e -> before;
            case TicketErased e -> before;
        };
    }

    private List<PastScan> after(PastScan scan) {
        List<PastScan> more = new ArrayList<>(scans);
        more.add(scan);
        more.sort(Comparator.comparing(PastScan::at).thenComparingLong(PastScan::id));
        return more;
    }

    private TicketState with(OrderId newOrder, TicketTerms newTerms) {
        return new TicketState(id, organizer, event, newOrder, newTerms, canceled, blocks, scans);
    }

    private TicketState with(boolean isCanceled, List<String> newBlocks, List<PastScan> newScans) {
        return new TicketState(id, organizer, event, order, terms, isCanceled, newBlocks, newScans);
    }

    private static TicketState issued(IssuedTicket issued) {
        return new TicketState(
                issued.id(),
                issued.organizer(),
                issued.event(),
                issued.order(),
                issued.terms(),
                false,
                List.of(),
                List.of());
    }
}
