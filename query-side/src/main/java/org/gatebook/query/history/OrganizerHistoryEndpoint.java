package org.gatebook.query.history;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_EVENT_SETTINGS;
import static org.gatebook.web.auth.Permission.CAN_CHANGE_ITEMS;
import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORGANIZER_SETTINGS;
import static org.gatebook.web.auth.Permission.CAN_CHANGE_TEAMS;
import static org.gatebook.web.auth.Permission.CAN_MANAGE_CUSTOMERS;
import static org.gatebook.web.auth.Permission.CAN_MANAGE_GIFT_CARDS;
import static org.gatebook.web.auth.Permission.CAN_MANAGE_REUSABLE_MEDIA;
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
 * What happened at an organizer, newest first. A credential needs any permission that shows some of it, and sees only
 * that part.
 */
@RestController
@ApiResource(
        scope = Scope.ORGANIZER,
        read = {
            CAN_CHANGE_ORGANIZER_SETTINGS,
            CAN_CHANGE_TEAMS,
            CAN_CHANGE_EVENT_SETTINGS,
            CAN_CHANGE_ITEMS,
            CAN_MANAGE_GIFT_CARDS,
            CAN_MANAGE_REUSABLE_MEDIA,
            CAN_MANAGE_CUSTOMERS,
            CAN_VIEW_ORDERS,
            CAN_VIEW_VOUCHERS
        },
        write = CAN_CHANGE_ORGANIZER_SETTINGS)
class OrganizerHistoryEndpoint {

    private final HistoryPages history;

    OrganizerHistoryEndpoint(HistoryPages history) {
        this.history = history;
    }

    @Lists(HistoryPages.class)
    @GetMapping("/api/v1/organizers/{organizer}/history/")
    Answer list(ApiRequest request) {
        return Answer.ok(history.read(request, HistoryReach.of(request)).toJson(request.pageLinks()));
    }
}
