package org.gatebook.catalogue.event;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_EVENT_SETTINGS;
import static org.gatebook.web.auth.Permission.CAN_CREATE_EVENTS;

import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.crud.ServesResource;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.form.type.Mode;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Events of an organizer. Whoever may do anything in an event may see it; lists show those within reach. */
@RestController
@RequestMapping("/api/v1/organizers/{organizer}/events/")
record EventEndpoint(Crud crud, EventResource events, CopiedEvents copies) implements ServesResource {

    @Override
    public Resource resource() {
        return events.resource();
    }

    @GetMapping
    @ApiResource(
            scope = Scope.ORGANIZER,
            read = {},
            write = CAN_CREATE_EVENTS)
    public Answer list(ApiRequest request) {
        return crud.list(
                events.listed(), ResourceSelection.ofEvents(request.organizer(), request.credential()), request);
    }

    @PostMapping
    @ApiResource(
            scope = Scope.ORGANIZER,
            read = {},
            write = CAN_CREATE_EVENTS)
    public Answer create(ApiRequest request) {
        String original = request.query().get("clone_from");
        return original != null
                ? copies.create(request, original)
                : crud.create(events.listed(), Owner.of(request.organizer()), request);
    }

    @GetMapping("{event}/")
    @ApiResource(
            scope = Scope.EVENT,
            read = {},
            write = CAN_CHANGE_EVENT_SETTINGS)
    public Answer detail(ApiRequest request) {
        return crud.detail(events.resource(), itself(request), request.event().value(), request);
    }

    @PatchMapping("{event}/")
    @ApiResource(
            scope = Scope.EVENT,
            read = {},
            write = CAN_CHANGE_EVENT_SETTINGS)
    public Answer change(ApiRequest request) {
        return crud.change(events.resource(), itself(request), request.event().value(), Mode.CHANGE, request);
    }

    @PutMapping("{event}/")
    @ApiResource(
            scope = Scope.EVENT,
            read = {},
            write = CAN_CHANGE_EVENT_SETTINGS)
    public Answer replace(ApiRequest request) {
        return crud.change(events.resource(), itself(request), request.event().value(), Mode.REPLACE, request);
    }

    /** Needs the one permission on the original and the other on the organizer. */
    @PostMapping("{event}/clone/")
    @ApiResource(scope = Scope.EVENT, read = CAN_CHANGE_EVENT_SETTINGS, write = CAN_CHANGE_EVENT_SETTINGS)
    public Answer copy(ApiRequest request) {
        return request.permissions().contains(CAN_CREATE_EVENTS)
                ? copies.create(request, request.event().value())
                : Answer.detail(403, "No permission to create events");
    }

    @DeleteMapping("{event}/")
    @ApiResource(
            scope = Scope.EVENT,
            read = {},
            write = CAN_CHANGE_EVENT_SETTINGS)
    public Answer delete(ApiRequest request) {
        return crud.delete(events.resource(), itself(request), request.event().value());
    }

    private static Owner itself(ApiRequest request) {
        return Owner.of(request.organizer(), request.event());
    }
}
