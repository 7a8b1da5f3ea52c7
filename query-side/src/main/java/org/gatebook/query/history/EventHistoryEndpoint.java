package org.gatebook.query.history;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_EVENT_SETTINGS;
import static org.gatebook.web.auth.Permission.CAN_CHANGE_ITEMS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_VOUCHERS;

import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Lists;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What happened in an event, newest first: to itself, to what it offers and to what was sold. A credential sees the part
 * that it may read; {@code aggregate=item:12} narrows it to one resource.
 */
@RestController
@ApiResource(
        scope = Scope.EVENT,
        read = {CAN_CHANGE_EVENT_SETTINGS, CAN_CHANGE_ITEMS, CAN_VIEW_ORDERS, CAN_VIEW_VOUCHERS},
        write = CAN_CHANGE_EVENT_SETTINGS)
class EventHistoryEndpoint {

    private final HistoryPages history;

    EventHistoryEndpoint(HistoryPages history) {
        this.history = history;
    }

    @Lists(HistoryPages.class)
    @GetMapping("/api/v1/organizers/{organizer}/events/{event}/history/")
    Answer list(ApiRequest request) {
        return Answer.ok(history.read(request, HistoryReach.ofEvent(request)).toJson(request.pageLinks()));
    }
}
