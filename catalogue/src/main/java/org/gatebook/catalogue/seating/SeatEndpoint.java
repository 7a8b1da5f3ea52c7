package org.gatebook.catalogue.seating;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_EVENT_SETTINGS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.Map;
import org.gatebook.api.offer.EventOffers;
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

/** Seats of an event that is no series; a series has them below its dates. */
@RestController
@RequestMapping("/api/v1/organizers/{organizer}/events/{event}/seats/")
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_EVENT_SETTINGS)
record SeatEndpoint(Crud crud, SeatResource seats, EventOffers offers)
        implements CrudEndpoint.Listed, CrudEndpoint.Read, CrudEndpoint.Changed {

    @Override
    public Resource resource() {
        return seats.resource();
    }

    @Override
    public Owner owner(ApiRequest request, Map<String, String> path) {
        if (offers.of(request.organizer(), request.event()).series()) {
            throw ApiError.notFound().rejected();
        }
        return Owner.of(request.organizer(), request.event());
    }
}
