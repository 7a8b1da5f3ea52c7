package org.gatebook.api.ticket;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * What is asked at a door.
 *
 * @param <R> the answer
 */
public sealed interface DoorQuery<R> extends Query<R> {

    /**
     * Which tickets a code may mean, main positions first (behaviour notes, check-in 4.4): those that have it as their
     * secret, and where the entrance matches add-ons those that belong to one that has. Cancelled positions are none.
     *
     * @param number a position's number that the code may mean too; null if it means no number
     */
    record FindTicketsByCode(
            OrganizerSlug organizer,
            List<Entrance> entrances,
            String code,
            @Nullable Long number,
            DoorShape shape) implements DoorQuery<List<TicketAtDoor>> {
        public FindTicketsByCode {
            entrances = List.copyOf(entrances);
        }
    }

    /**
     * The ticket of this number, and where the entrance to its event matches add-ons those that belong to it; without
     * what positions show, since that changes meanwhile. None if there is no such ticket behind these entrances.
     */
    record FindTicketsOfPosition(OrganizerSlug organizer, List<Entrance> entrances, TicketId position)
            implements DoorQuery<List<TicketAtDoor>> {
        public FindTicketsOfPosition {
            entrances = List.copyOf(entrances);
        }
    }

    /**
     * The ticket that has this secret, exactly, as devices of pretixdroid know it (behaviour notes, pretixdroid 5.3); of the
     * date of the entrance only, where it has one. Cancelled positions are none.
     *
     * @param includePending whether the list lets pending orders in
     * @param language of the names
     */
    record FindListedTicket(
            OrganizerSlug organizer, Entrance entrance, boolean includePending, String secret, String language)
            implements DoorQuery<Optional<ListedTicket>> {}

    /** Whose secret this was, if it was revoked in one of these events. */
    record FindRevokedSecret(OrganizerSlug organizer, Collection<EventSlug> events, String secret)
            implements DoorQuery<Optional<TicketId>> {
        public FindRevokedSecret {
            events = List.copyOf(events);
        }
    }

    /**
     * The ticket of this medium, if the medium is good for anything at this moment.
     *
     * @param type what was read: barcode, nfc_uid ...
     */
    record FindTicketOfMedium(OrganizerSlug organizer, String type, String identifier, Instant now)
            implements DoorQuery<Optional<TicketId>> {}

    /**
     * Which ticket has this secret, cancelled ones included; the oldest.
     *
     * @param number a position's number instead of a secret; null to look for the secret
     */
    record FindTicket(
            OrganizerSlug organizer,
            EventSlug event,
            String secret,
            @Nullable Long number) implements DoorQuery<Optional<TicketId>> {}

    /**
     * Whether a refused scan of this nonce is known (behaviour notes, check-in 4.1): of the ticket, or of the list where
     * there is none.
     */
    record IsRefusalKnown(long list, @Nullable TicketId ticket, String barcode, String nonce)
            implements DoorQuery<Boolean> {}

    /**
     * Tickets that had entered by this list at this moment and not left, by number; of cancelled orders too.
     *
     * @param limit at most so many
     */
    record FindTicketsInside(long list, Instant at, int limit) implements DoorQuery<List<TicketId>> {}

    /**
     * The position as doors show it, a JSON value for an answer.
     *
     * @param except a scan that is not shown, because it happened just now; null to show all
     */
    record ShowAtDoor(
            OrganizerSlug organizer,
            TicketId ticket,
            @Nullable Long except,
            DoorShape shape) implements DoorQuery<Object> {}

    /**
     * A ticket and how devices of pretixdroid are told of it.
     *
     * @param row the keys of the answer, as of before the scan
     */
    record ListedTicket(TicketAtDoor ticket, Map<String, @Nullable Object> row) {}

    /**
     * A list at which codes are scanned.
     *
     * @param subevent the only date that it is for; null for all
     * @param addonMatch whether a main position's secret opens for its add-ons
     */
    record Entrance(EventSlug event, long list, @Nullable Long subevent, boolean addonMatch) {}

    /**
     * In which form positions are shown.
     *
     * @param origin where absolute links start: scheme, host and port, without a final slash
     * @param lists whose scans are shown; null for all
     * @param expand what is shown whole: item, variation, subevent, answers.question
     * @param pdfData the events whose positions carry the texts of printed tickets
     */
    record DoorShape(String origin, @Nullable Set<Long> lists, Set<String> expand, Set<EventSlug> pdfData) {
        public DoorShape {
            lists = lists == null ? null : Set.copyOf(lists);
            expand = Set.copyOf(expand);
            pdfData = Set.copyOf(pdfData);
        }

        /** The same, showing the scans of all lists. */
        public DoorShape withAllLists() {
            return new DoorShape(origin, null, expand, pdfData);
        }
    }

    /**
     * A ticket before a scanner.
     *
     * @param standing how its order stands
     * @param attention whether the order asks for attention
     * @param text what the order says to the door; null if nothing
     * @param answered the questions that have an answer
     * @param shown the position as doors show it, a JSON value; null where it was not asked for
     */
    record TicketAtDoor(
            TicketId ticket,
            OrderId order,
            EventSlug event,
            long item,
            @Nullable Long variation,
            @Nullable Long subevent,
            String secret,
            OrderStanding standing,
            boolean attention,
            @Nullable String text,
            Set<Long> answered,
            @Nullable Object shown) {
        public TicketAtDoor {
            answered = Set.copyOf(answered);
        }
    }
}
