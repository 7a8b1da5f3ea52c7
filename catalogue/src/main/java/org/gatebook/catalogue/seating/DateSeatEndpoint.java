package org.gatebook.catalogue.seating;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_EVENT_SETTINGS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.Map;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Subevent;
import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Seats of a date of a series. */
@RestController
@RequestMapping("/api/v1/organizers/{organizer}/events/{event}/subevents/{subevent}/seats/")
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_EVENT_SETTINGS)
record DateSeatEndpoint(Crud crud, SeatResource seats, EventOffers offers)
        implements CrudEndpoint.Listed, CrudEndpoint.Read, CrudEndpoint.Changed {

    @Override
    public Resource resource() {
        return seats.resource();
    }

    @Override
    public Owner owner(ApiRequest request, Map<String, String> path) {
        String address = path.getOrDefault("subevent", "");
        return offers.of(request.organizer(), request.event()).subevents().values().stream()
                .map(Subevent::id)
                .filter(date -> Long.toString(date).equals(address))
                .findFirst()
                .map(date -> new Owner(request.organizer(), request.event(), date))
                .orElseThrow(() -> ApiError.notFound().rejected());
    }
}
