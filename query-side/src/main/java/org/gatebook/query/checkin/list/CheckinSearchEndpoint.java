package org.gatebook.query.checkin.list;

import static org.gatebook.web.auth.Permission.CAN_CHECKIN_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.api.EventSlug;
import org.gatebook.catalogue.checkin.CheckinListPlaces;
import org.gatebook.catalogue.checkin.CheckinListPlaces.PlacedList;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Lists;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Looks for positions over lists of several events (behaviour notes, check-in 4.5). */
@RestController
@ApiResource(
        scope = Scope.ORGANIZER,
        read = {},
        write = {})
class CheckinSearchEndpoint {

    private final CheckinListPlaces places;
    private final ListPositions positions;

    CheckinSearchEndpoint(CheckinListPlaces places, ListPositions positions) {
        this.places = places;
        this.positions = positions;
    }

    @Lists(value = ListPositions.class, constant = "OF_LISTS")
    @GetMapping("/api/v1/organizers/{organizer}/checkinrpc/search/")
    Answer search(ApiRequest request) {
        List<PlacedList> lists = lists(request);
        if (lists.isEmpty()) {
            throw ApiError.list("No check-in list passed.").rejected();
        }
        if (lists.stream().map(list -> list.offer().event()).distinct().count() < lists.size()) {
            throw ApiError.list("Selecting two check-in lists from the same event is unsupported.")
                    .rejected();
        }
        boolean seesAll = lists.stream()
                .allMatch(list -> may(request, CAN_VIEW_ORDERS, list.offer().event()));
        return positions.page(
                request, ListPositions.OF_LISTS, lists, !seesAll && !ListPositionEndpoint.isSearching(request), false);
    }

    /** What is no number is no list, as in the reference. */
    private List<PlacedList> lists(ApiRequest request) {
        Set<Long> wanted = new LinkedHashSet<>();
        for (String text : request.query().all("list")) {
            if (text.matches("[0-9]{1,18}")) {
                wanted.add(Long.valueOf(text));
            }
        }
        List<PlacedList> found = new ArrayList<>();
        Set<Long> missing = new LinkedHashSet<>();
        for (Long number : wanted) {
            Optional<PlacedList> list = places.find(request.organizer(), number)
                    .filter(place -> may(request, CAN_VIEW_ORDERS, place.offer().event())
                            || may(request, CAN_CHECKIN_ORDERS, place.offer().event()));
            list.ifPresentOrElse(found::add, () -> missing.add(number));
        }
        if (!missing.isEmpty()) {
            throw ApiError.detail(
                            403,
                            "You requested lists that do not exist or that you do not have access to: "
                                    + missing.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                    .rejected();
        }
        return found;
    }

    private static boolean may(ApiRequest request, Permission permission, EventSlug event) {
        return request.credential() instanceof Credential.Member member && member.may(permission, event);
    }
}
