package org.gatebook.catalogue.seating;

import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.form.reference.References.id;

import java.util.Objects;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.form.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What events and dates have in common that sell seats: a plan, of which their seats are made. */
@Component
public final class SeatedPlaces {

    private static final Field<Document> SEATING_PLAN =
            Field.optional("seating_plan", id(SeatingPlans.PLAN)).nullable();

    private final SeatingPlans plans;
    private final SeatInventory inventory;

    SeatedPlaces(SeatingPlans plans, SeatInventory inventory) {
        this.plans = plans;
        this.inventory = inventory;
    }

    /** The plan at its place among the other fields; seats follow it. */
    public Declaration declare(Declaration declaration) {
        return declaration
                .field(PLAIN, SEATING_PLAN)
                .refers(SeatingPlans.PLAN, plans::find)
                .before(this::requireSeatsToStay)
                .afterChange(this::layOut)
                .afterDelete(place -> inventory.layOut(seatsOf(place), null));
    }

    private void requireSeatsToStay(Change change) {
        Document before = change.before();
        Long plan = change.number(SEATING_PLAN.name());
        if (before == null || Objects.equals(plan, before.numberOrNull(SEATING_PLAN.name()))) {
            return;
        }
        inventory.complaint(seatsOf(before), plan).ifPresent(complaint -> {
            throw change.refused(SEATING_PLAN.name(), complaint);
        });
    }

    private void layOut(@Nullable Document before, Document after) {
        Long was = before == null ? null : before.numberOrNull(SEATING_PLAN.name());
        Long is = after.numberOrNull(SEATING_PLAN.name());
        if (!Objects.equals(was, is)) {
            inventory.layOut(seatsOf(after), is);
        }
    }

    /** Seats of an event belong to it; those of a date are parts of the date. */
    private static Owner seatsOf(Document place) {
        Owner owner = place.owner();
        return place.type().kind().equals("event") ? owner : new Owner(owner.organizer(), owner.event(), place.id());
    }
}
