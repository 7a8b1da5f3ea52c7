package org.gatebook.catalogue.organizer;

import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.crud.ServesResource;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Organizers within reach of the credential: its own. */
@RestController
record OrganizerEndpoint(Crud crud) implements ServesResource {

    @GetMapping("/api/v1/organizers/")
    @ApiResource(
            scope = Scope.CREDENTIAL,
            read = {},
            write = {})
    public Answer list(ApiRequest request) {
        if (!(request.credential() instanceof Credential.Member member)) {
            throw new IllegalStateException("everybody here belongs to an organizer");
        }
        return crud.list(resource(), ResourceSelection.ofOrganizer(member.organizer()), request);
    }

    @GetMapping("/api/v1/organizers/{organizer}/")
    @ApiResource(
            scope = Scope.ORGANIZER,
            read = {},
            write = {})
    public Answer detail(ApiRequest request) {
        return crud.detail(
                resource(), Owner.of(request.organizer()), request.organizer().value(), request);
    }

    @Override
    public Resource resource() {
        return Organizers.ORGANIZER;
    }
}
