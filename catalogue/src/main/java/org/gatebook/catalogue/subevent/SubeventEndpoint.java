package org.gatebook.catalogue.subevent;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_EVENT_SETTINGS;

import java.util.Map;
import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.PageGenerated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizers/{organizer}/events/{event}/subevents/")
@ApiResource(
        scope = Scope.EVENT,
        read = {},
        write = CAN_CHANGE_EVENT_SETTINGS)
record SubeventEndpoint(Crud crud, Subevents dates) implements CrudEndpoint.Full {

    @Override
    public Resource resource() {
        return dates.resource();
    }

    @Override
    @PageGenerated
    public Answer list(ApiRequest request, @PathVariable Map<String, String> path) {
        return CrudEndpoint.Full.super.list(request, path);
    }
}
