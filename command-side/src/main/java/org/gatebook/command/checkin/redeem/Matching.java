package org.gatebook.command.checkin.redeem;

import java.util.List;
import org.gatebook.api.ticket.DoorQuery.TicketAtDoor;

/** Which of several tickets is meant by a code (behaviour notes, check-in 4.4, matching 5). Pure. */
sealed interface Matching {

    /** This one. */
    record One(TicketAtDoor ticket) implements Matching {}

    /** It cannot be said, not even by force; the first is what was most likely held before the scanner. */
    record Ambiguous(TicketAtDoor first) implements Matching {}

    /**
     * The one whose product is on its list. If none is, the first: it will be refused, and says why.
     *
     * @param found main positions first; not empty
     */
    static Matching of(List<TicketAtDoor> found, Attempt attempt) {
        if (found.size() == 1) {
            return new One(found.getFirst());
        }
        List<TicketAtDoor> right = found.stream()
                .filter(ticket -> attempt.listOf(ticket.event()).list().accepts(ticket.item()))
                .toList();
        return switch (right.size()) {
            case 0 -> new One(found.getFirst());
            case 1 -> new One(right.getFirst());
            default -> new Ambiguous(found.getFirst());
        };
    }
}
