package org.gatebook.query.checkin.list;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.ticket.DoorQuery.DoorShape;
import org.gatebook.catalogue.checkin.CheckinListPlaces.PlacedList;
import org.gatebook.query.checkin.DoorPosition;
import org.gatebook.query.checkin.DoorPositions;
import org.gatebook.query.order.position.PositionFilters;
import org.gatebook.query.order.search.SearchedOrders;
import org.gatebook.query.order.shown.StoredPosition;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.filter.ListDeclaration;
import org.gatebook.web.filter.ListQuery;
import org.gatebook.web.page.Page;
import org.gatebook.web.request.ApiRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages of positions of check-in lists, narrowed and ordered as orders' positions are, and by their scans. */
@Component
class ListPositions {

    private static final String SCANS = "from checkin c where c.ticket = l.id and c.successful and c.list in (:lists)";
    private static final String LAST = "(select max(c.datetime) " + SCANS + ")";

    /** The positions of one list. */
    static final ListDeclaration OF_LIST = declaration().usually("l.attendee_name asc nulls last, l.id");

    /** The positions of several lists. */
    static final ListDeclaration OF_LISTS =
            declaration().usually("l.attendee_name asc nulls last, l.positionid, l.id desc");

    private final PositionFilters filters;
    private final SearchedOrders searched;
    private final DoorPositions positions;
    private final JdbcClient jdbc;

    ListPositions(PositionFilters filters, SearchedOrders searched, DoorPositions positions, JdbcClient jdbc) {
        this.filters = filters;
        this.searched = searched;
        this.positions = positions;
        this.jdbc = jdbc;
    }

    private static ListDeclaration declaration() {
        return PositionFilters.declaration(DoorPosition.COLUMNS, "exists (select " + SCANS + ")")
                .orderedBy("order__email", "o.email")
                .orderedBy("last_checked_in", LAST + " nulls first", LAST + " desc nulls last");
    }

    /**
     * The page that the request asks for.
     *
     * @param nothing whether the client may see none of them
     */
    Answer page(
            ApiRequest request, ListDeclaration declaration, List<PlacedList> lists, boolean nothing, boolean pdfData) {
        OrganizerSlug organizer = request.organizer();
        Set<EventSlug> events = lists.stream().map(list -> list.offer().event()).collect(Collectors.toSet());
        ListQuery query = declaration
                .read(request.query(), filters.lookups(organizer, events))
                .within(Population.of(organizer, lists, request.query().isTrue("ignore_status")));
        Page<DoorPosition> page = (nothing
                        ? query.within(Condition.of("false"))
                        : searched.narrow(query, request.query(), organizer, events, "l.order_id"))
                .page(jdbc, DoorPosition::read);
        List<Object> shown = positions.show(organizer, page.rows(), null, shape(request, lists, pdfData));
        return Answer.ok(new Page<>(page.count(), page.number(), page.size(), shown).toJson(request.pageLinks()));
    }

    /** One position of a list, if the list has it. */
    Answer detail(ApiRequest request, PlacedList list, long position, boolean pdfData) {
        List<PlacedList> lists = List.of(list);
        Condition within =
                Population.of(request.organizer(), lists, request.query().isTrue("ignore_status"));
        List<DoorPosition> found = jdbc.sql("select " + DoorPosition.COLUMNS + " from " + StoredPosition.SOURCE
                        + " where " + within.sql() + " and l.id = :position")
                .params(within.params())
                .param("position", position)
                .query(DoorPosition::read)
                .list();
        return positions.show(request.organizer(), found, null, shape(request, lists, pdfData)).stream()
                .findFirst()
                .map(Answer::ok)
                .orElseGet(Answer::notFound);
    }

    private static DoorShape shape(ApiRequest request, List<PlacedList> lists, boolean pdfData) {
        return new DoorShape(
                request.links().origin(),
                lists.stream().map(list -> list.list().id()).collect(Collectors.toSet()),
                Set.copyOf(request.query().all("expand")),
                pdfData ? lists.stream().map(list -> list.offer().event()).collect(Collectors.toSet()) : Set.of());
    }
}
