package org.gatebook.query.checkin.list;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_CHECKIN_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.List;
import java.util.Optional;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.catalogue.checkin.CheckinListPlaces.PlacedList;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Lists;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The positions of a list (behaviour notes, check-in 4.2). Who may only check in sees those that they search for, since
 * they need not know who comes.
 */
@RestController
@ApiResource(
        scope = Scope.EVENT,
        read = {CAN_VIEW_ORDERS, CAN_CHECKIN_ORDERS},
        write = {CAN_CHANGE_ORDERS, CAN_CHECKIN_ORDERS})
class ListPositionEndpoint {

    static final int SHORTEST_SEARCH = 3;

    private static final String POSITIONS =
            "/api/v1/organizers/{organizer}/events/{event}/checkinlists/{list}/positions/";

    private final EventOffers offers;
    private final ListPositions positions;

    ListPositionEndpoint(EventOffers offers, ListPositions positions) {
        this.offers = offers;
        this.positions = positions;
    }

    @Lists(value = ListPositions.class, constant = "OF_LIST")
    @GetMapping(POSITIONS)
    Answer list(ApiRequest request, @PathVariable("list") long number) {
        return list(request, offers, number)
                .map(list -> positions.page(
                        request,
                        ListPositions.OF_LIST,
                        List.of(list),
                        !mayView(request) && !isSearching(request),
                        wantsPdfData(request)))
                .orElseGet(Answer::notFound);
    }

    @GetMapping(POSITIONS + "{position}/")
    Answer show(ApiRequest request, @PathVariable("list") long number, @PathVariable("position") long position) {
        return list(request, offers, number)
                .map(list -> positions.detail(request, list, position, wantsPdfData(request)))
                .orElseGet(Answer::notFound);
    }

    static Optional<PlacedList> list(ApiRequest request, EventOffers offers, long number) {
        EventOffer offer = offers.of(request.organizer(), request.event());
        return Optional.ofNullable(offer.checkinLists().get(number)).map(list -> new PlacedList(offer, list));
    }

    static boolean isSearching(ApiRequest request) {
        String search = request.query().get("search");
        return search != null && search.length() >= SHORTEST_SEARCH;
    }

    private static boolean wantsPdfData(ApiRequest request) {
        return mayView(request) && request.query().isTrue("pdf_data");
    }

    private static boolean mayView(ApiRequest request) {
        return request.permissions().contains(CAN_VIEW_ORDERS);
    }
}
