package org.gatebook.query.checkin.pretixdroid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.ticket.DoorQuery.FindListedTicket;
import org.gatebook.api.ticket.DoorQuery.ListedTicket;
import org.gatebook.catalogue.pretixdroid.Pairing;
import org.gatebook.query.checkin.DoorPosition;
import org.gatebook.web.filter.Filters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets in the lists of devices, each list with one statement (behaviour notes, pretixdroid 5.4 and 5.5). */
@Component
class ListedTickets {

    private static final int LONGEST_SEARCH_RESULT = 25;

    private static final String WHERE = """
         where l.organizer = :organizer and l.event = :event and t.order_id = l.order_id and not l.canceled and \
        """;

    private static final String NUMBERED = " order by l.positionid, l.id";

    private static final String SECRET = "upper(t.secret) like upper(:start)";

    private static final String ANYTHING = "(" + SECRET + """
         or upper(l.attendee_name) like upper(:part)
         or upper(p.attendee_name) like upper(:part)
         or upper(o.code) like upper(:start)
         or upper(o.invoice_name) like upper(:part))\
        """;

    private final JdbcClient jdbc;
    private final EventOffers offers;

    ListedTickets(JdbcClient jdbc, EventOffers offers) {
        this.jdbc = jdbc;
        this.offers = offers;
    }

    @QueryHandler
    Optional<ListedTicket> find(FindListedTicket query) {
        EventOffer offer = offers.of(query.organizer(), query.entrance().event());
        String columns = DoorPosition.COLUMNS + ", " + ListedRow.OWN_COLUMNS;
        String sql = "select " + columns + " from " + ListedRow.SOURCE + WHERE
                + "t.secret = :secret and t.secret <> '' and t.organizer = :organizer"
                + (query.entrance().subevent() == null ? "" : " and l.subevent = :date") + " order by l.id limit 1";
        Map<String, Object> params = new HashMap<>();
        params.put("organizer", query.organizer().value());
        params.put("event", query.entrance().event().value());
        params.put("list", query.entrance().list());
        params.put("secret", query.secret());
        if (query.entrance().subevent() != null) {
            params.put("date", query.entrance().subevent());
        }
        return jdbc.sql(sql)
                .params(params)
                .query((row, number) -> new ListedTicket(
                        DoorPosition.read(row, number).atDoor(null),
                        ListedRow.read(row, number).shown(offer, query.includePending(), query.language())))
                .optional();
    }

    /** Tickets of every order that a person may mean; nobody is found by an address or a company. */
    List<Map<String, @Nullable Object>> search(Pairing pairing, String text, String language) {
        Map<String, Object> params = new HashMap<>();
        String start = Filters.escaped(text) + "%";
        params.put("start", start);
        if (pairing.byName()) {
            params.put("part", "%" + start);
        }
        return rows(
                pairing,
                pairing.byName() ? ANYTHING : SECRET,
                params,
                NUMBERED + " limit " + LONGEST_SEARCH_RESULT,
                language);
    }

    private List<Map<String, @Nullable Object>> rows(
            Pairing pairing, String condition, Map<String, Object> params, String order, String language) {
        EventOffer offer = pairing.offer();
        params.put("organizer", offer.organizer().value());
        params.put("event", offer.event().value());
        params.put("list", pairing.list().id());
        String sql = "select " + ListedRow.COLUMNS + " from " + ListedRow.SOURCE + WHERE
                + "o.organizer = :organizer and o.event = :event and " + condition + listed(pairing, params) + order;
        return jdbc.sql(sql).params(params).query(ListedRow::read).list().stream()
                .map(row -> row.shown(offer, pairing.list().includePending(), language))
                .toList();
    }

    /**
     * What keeps positions {@code l} to those of the pairing. A list for all dates of a series finds nothing: both sides
     * compare with the list's own date.
     */
    static String listed(Pairing pairing, Map<String, Object> params) {
        StringBuilder sql = new StringBuilder();
        if (pairing.list().subevent() == null) {
            sql.append(" and l.subevent is null");
        } else {
            sql.append(" and l.subevent = :date");
            params.put("date", pairing.list().subevent());
        }
        if (!pairing.list().allProducts()) {
            sql.append(" and l.item = any (:listed)");
            params.put("listed", pairing.list().limitProducts().toArray(Long[]::new));
        }
        if (pairing.items() != null) {
            sql.append(" and l.item = any (:items)");
            params.put("items", pairing.items().toArray(Long[]::new));
        }
        return sql.toString();
    }
}
