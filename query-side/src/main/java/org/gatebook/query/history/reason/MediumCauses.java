package org.gatebook.query.history.reason;

import java.util.Optional;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.medium.MediumEvent.MediumChanged;
import org.gatebook.api.medium.MediumEvent.MediumCreated;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.ticket.TicketEvent.TicketIssued;
import org.gatebook.eventstore.RecordedEvent;

/** What led to an event of a medium: the purchase that it came with, or the change of an order in the same action. */
final class MediumCauses {

    private MediumCauses() {}

    static Optional<RecordedEvent> of(RecordedEvent event, MediumEvent what, Chronicle story) {
        return switch (what) {
            case MediumCreated e ->
                switch (e.origin()) {
                    case ORDERED -> bought(e.details(), story);
                    case CREATED, LOOKED_UP -> Optional.empty();
                };
            case MediumChanged e ->
                story.inSameAction(event)
                        .filter(other -> other.payload() instanceof OrderEvent)
                        .findFirst();
        };
    }

    private static Optional<RecordedEvent> bought(MediumDetails details, Chronicle story) {
        Long position = details.linkedOrderPosition();
        return position == null
                ? Optional.empty()
                : story.newest(TicketIssued.class, issued -> issued.ticket().number() == position);
    }
}
