package org.gatebook.catalogue.seating;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Seats;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.springframework.stereotype.Component;

/** Answers what others ask about seats. */
@Component
final class StoredSeats implements Seats {

    private final Documents documents;

    StoredSeats(Documents documents) {
        this.documents = documents;
    }

    @Override
    public List<Seat> byGuid(OrganizerSlug organizer, EventSlug event, Collection<String> guids) {
        return guids.isEmpty()
                ? List.of()
                : read(organizer, event, "key = ANY (:guids)", Map.of("guids", guids.toArray(String[]::new)));
    }

    @Override
    public Map<Long, Seat> byId(OrganizerSlug organizer, EventSlug event, Collection<Long> ids) {
        Map<Long, Seat> seats = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            read(organizer, event, "id = ANY (:ids)", Map.of("ids", ids.toArray(Long[]::new)))
                    .forEach(seat -> seats.put(seat.id(), seat));
        }
        return seats;
    }

    private List<Seat> read(OrganizerSlug organizer, EventSlug event, String condition, Map<String, ?> values) {
        return documents
                .list(
                        SeatFields.TYPE,
                        ResourceSelection.ofEvent(Owner.of(organizer, event)).and(condition, values))
                .stream()
                .map(SeatFields::seat)
                .toList();
    }
}
