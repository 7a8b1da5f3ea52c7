package org.gatebook.catalogue.seating;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORGANIZER_SETTINGS;

import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizers/{organizer}/seatingplans/")
@ApiResource(scope = Scope.ORGANIZER, read = CAN_CHANGE_ORGANIZER_SETTINGS, write = CAN_CHANGE_ORGANIZER_SETTINGS)
record SeatingPlanEndpoint(Crud crud, SeatingPlans plans) implements CrudEndpoint.Full {

    @Override
    public Resource resource() {
        return plans.resource();
    }
}
