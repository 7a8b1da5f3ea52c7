package org.gatebook.catalogue.checkin;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_EVENT_SETTINGS;
import static org.gatebook.web.auth.Permission.CAN_CHECKIN_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizers/{organizer}/events/{event}/checkinlists/")
@ApiResource(
        scope = Scope.EVENT,
        read = {CAN_VIEW_ORDERS, CAN_CHECKIN_ORDERS},
        write = CAN_CHANGE_EVENT_SETTINGS)
record CheckinListEndpoint(Crud crud, CheckinLists lists) implements CrudEndpoint.Full {

    @Override
    public Resource resource() {
        return lists.resource();
    }
}
