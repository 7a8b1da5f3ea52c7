package org.gatebook.catalogue.seating;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Catalogue.NewResource;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.eventstore.ClientIds;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the seats of an event or a date of its plan. A seat that the next plan also has stays the seat it was; one that
 * was ever sold, or that a voucher keeps, cannot go.
 */
@Component
public final class SeatInventory {

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Catalogue catalogue;
    private final ClientIds ids;
    private final SeatingPlans plans;

    SeatInventory(JdbcClient jdbc, Documents documents, Catalogue catalogue, ClientIds ids, SeatingPlans plans) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.catalogue = catalogue;
        this.ids = ids;
        this.plans = plans;
    }

    /**
     * What speaks against another plan; empty when nothing does.
     *
     * @param place the event, or the date as the parent of its seats
     * @param plan null for none
     */
    public Optional<String> complaint(Owner place, @Nullable Long plan) {
        Map<String, PlannedSeat> planned = planned(place, plan);
        List<Document> leaving = present(place).stream()
                .filter(seat -> !planned.containsKey(seat.key()))
                .toList();
        return firstKept(leaving)
                .map(guid -> "You can not change the plan since seat \"" + guid
                        + "\" is not present in the new plan and is already sold.");
    }

    /** Makes the seats be those of this plan. */
    public void layOut(Owner place, @Nullable Long plan) {
        Map<String, PlannedSeat> planned = new LinkedHashMap<>(planned(place, plan));
        for (Document seat : present(place)) {
            PlannedSeat next = planned.remove(seat.key());
            if (next == null) {
                catalogue.delete(seat);
            } else {
                catalogue.change(seat, next.fields());
            }
        }
        List<NewResource> fresh = new ArrayList<>();
        List<Long> numbers = planned.isEmpty() ? List.of() : ids.next(planned.size());
        for (PlannedSeat seat : planned.values()) {
            Map<String, @Nullable Object> fields = seat.fields();
            fields.put(SeatFields.BLOCKED, false);
            fresh.add(new NewResource(numbers.get(fresh.size()), seat.guid(), fields));
        }
        catalogue.createAll(SeatFields.TYPE, place, fresh);
    }

    private List<Document> present(Owner place) {
        return documents.list(SeatFields.TYPE, ResourceSelection.of(place));
    }

    private Map<String, PlannedSeat> planned(Owner place, @Nullable Long plan) {
        Map<String, PlannedSeat> planned = new LinkedHashMap<>();
        if (plan != null) {
            plans.layout(place.organizer(), plan).seats().forEach(seat -> planned.put(seat.guid(), seat));
        }
        return planned;
    }

    /** A seat has a counter from its first sale on, whatever becomes of the order, which goes on showing it. */
    private Optional<String> firstKept(Collection<Document> seats) {
        if (seats.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, String> guids = new HashMap<>();
        seats.forEach(seat -> guids.put(seat.id(), seat.text(SeatFields.GUID)));
        Owner place = seats.iterator().next().owner();
        return jdbc.sql("""
            SELECT id FROM ops.usage_counter WHERE kind = 'seat' AND id = ANY (:seats)
            UNION ALL
            SELECT (document ->> 'seat')::bigint FROM ops.resource
            WHERE kind = 'voucher' AND NOT deleted AND organizer = :organizer AND event = :event
                AND document ->> 'seat' IS NOT NULL AND (document ->> 'seat')::bigint = ANY (:seats)
            LIMIT 1
            """)
                .param("seats", guids.keySet().toArray(Long[]::new))
                .param("organizer", place.organizer().value())
                .param("event", String.valueOf(place.event()))
                .query(Long.class)
                .optional()
                .map(guids::get);
    }
}
