package org.gatebook.catalogue.subevent;

import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.crud.ServesResource;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.PageGenerated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dates of all events within reach. */
@RestController
record OrganizerSubeventEndpoint(Crud crud, Subevents dates) implements ServesResource {

    @Override
    public Resource resource() {
        return dates.ofOrganizer();
    }

    @GetMapping("/api/v1/organizers/{organizer}/subevents/")
    @ApiResource(
            scope = Scope.ORGANIZER,
            read = {},
            write = {})
    @PageGenerated
    public Answer list(ApiRequest request) {
        return crud.list(resource(), ResourceSelection.ofEvents(request.organizer(), request.credential()), request);
    }
}
