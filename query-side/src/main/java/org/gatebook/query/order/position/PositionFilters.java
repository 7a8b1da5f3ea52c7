package org.gatebook.query.order.position;

import static org.gatebook.web.filter.Filters.anyChoice;
import static org.gatebook.web.filter.Filters.anyReference;
import static org.gatebook.web.filter.Filters.choice;
import static org.gatebook.web.filter.Filters.compared;
import static org.gatebook.web.filter.Filters.flag;
import static org.gatebook.web.filter.Filters.reference;
import static org.gatebook.web.filter.Filters.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Item;
import org.gatebook.api.order.OrderStatus;
import org.gatebook.query.order.shown.StoredPosition;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.filter.Filter;
import org.gatebook.web.filter.Filters;
import org.gatebook.web.filter.ListDeclaration;
import org.gatebook.web.filter.ListQuery;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.form.type.TypeDescription;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How lists of positions are narrowed and ordered (behaviour notes, orders 5.2 and 5.8). */
@Component
class PositionFilters {

    private static final Relation<Long, Object> ITEMS = Relation.byId("product");
    private static final Relation<Long, Object> VARIATIONS = Relation.byId("variation");
    private static final Relation<Long, Object> DATES = Relation.byId("date");
    private static final Relation<Long, Object> POSITIONS = Relation.byId("order position");
    private static final Relation<Long, Object> VOUCHERS = Relation.byId("voucher");

    private static final List<String> STATUSES =
            Arrays.stream(OrderStatus.values()).map(OrderStatus::code).toList();

    /** A position without a name, address or medium of its own is found by those of its main position. */
    private static final String SOURCE =
            StoredPosition.SOURCE + " left join order_line p on p.order_id = l.order_id and p.id = l.addon_to";

    private static final String NAME = "coalesce(l.attendee_name, p.attendee_name)";

    private static final String SEARCH = """
        upper(t.secret) like upper(:search_start)
        or upper(l.attendee_name) like upper(:search_part)
        or upper(p.attendee_name) like upper(:search_part)
        or upper(l.attendee_email) like upper(:search_part)
        or upper(p.attendee_email) like upper(:search_part)
        or upper(o.code) like upper(:search_start)
        or upper(o.invoice_name) like upper(:search_part)
        or upper(o.invoice_company) like upper(:search_part)
        or upper(o.email) like upper(:search_part)
        or l.id in (select fm.linked_orderposition from reusable_medium fm where fm.identifier = :search_text)
        """;

    private static final ListDeclaration DECLARATION = ListDeclaration.of(StoredPosition.COLUMNS, SOURCE, "l.id")
            .usually("o.datetime, l.positionid, l.id desc")
            .orderedBy("order__code", "o.code")
            .orderedBy("order__datetime", "o.datetime")
            .orderedBy("positionid", "l.positionid")
            .orderedBy("attendee_name", NAME + " nulls first", NAME + " desc nulls last")
            .orderedBy("order__status", "o.status")
            .filteredBy(
                    compared("order", "o.code = upper(:%s)"),
                    new Filter("search", (value, lookups) -> search(value), TypeDescription.of("string", null)),
                    compared(
                            "attendee_name",
                            "upper(l.attendee_name) = upper(:%1$s) or upper(p.attendee_name) = upper(:%1$s)"),
                    text("secret", "t.secret"),
                    text("pseudonymization_id", "t.pseudonymization_id"),
                    reference("item", "l.item", ITEMS),
                    anyReference("item__in", "l.item", ITEMS),
                    reference("variation", "l.variation", VARIATIONS),
                    anyReference("variation__in", "l.variation", VARIATIONS),
                    reference("subevent", "l.subevent", DATES),
                    anyReference("subevent__in", "l.subevent", DATES),
                    reference("addon_to", "l.addon_to", POSITIONS),
                    anyReference("addon_to__in", "l.addon_to", POSITIONS),
                    reference("voucher", "l.voucher", VOUCHERS),
                    text("customer", "o.customer"),
                    choice("order__status", "o.status", STATUSES),
                    anyChoice("order__status__in", "o.status", STATUSES),
                    flag("has_checkin", "t.checkins <> '[]'"));

    private final EventOffers offers;
    private final JdbcClient jdbc;

    PositionFilters(EventOffers offers, JdbcClient jdbc) {
        this.offers = offers;
        this.jdbc = jdbc;
    }

    /** The positions of the event that the request asks for. */
    ListQuery read(ApiRequest request, boolean canceledToo) {
        ListQuery query = DECLARATION
                .read(request.query(), lookups(request))
                .within(
                        "l.organizer = :organizer and o.organizer = :organizer",
                        "organizer",
                        request.organizer().value())
                .within(
                        "l.event = :event and o.event = :event",
                        "event",
                        request.event().value());
        return canceledToo ? query : query.within(Condition.of("not l.canceled"));
    }

    private static @Nullable Condition search(String value) {
        String text = Filters.plain(value);
        if (text.isEmpty()) {
            return null;
        }
        String start = Filters.escaped(text) + "%";
        return new Condition(SEARCH, Map.of("search_text", text, "search_start", start, "search_part", "%" + start));
    }

    private Lookups lookups(ApiRequest request) {
        EventOffer offer = offers.of(request.organizer(), request.event());
        return Lookups.of(ITEMS, (Long id) -> (Object) offer.items().get(id))
                .and(VARIATIONS, (Long id) -> variation(offer, id))
                .and(DATES, (Long id) -> (Object) offer.subevents().get(id))
                .and(POSITIONS, (Long id) -> position(request, id))
                .and(VOUCHERS, (Long id) -> (Object) id);
    }

    private static @Nullable Object variation(EventOffer offer, long id) {
        return offer.items().values().stream()
                .map((Item item) -> item.variation(id).orElse(null))
                .filter(variation -> variation != null)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Object position(ApiRequest request, long id) {
        return jdbc.sql("SELECT id FROM ticket WHERE id = :id AND organizer = :organizer AND event = :event")
                .param("id", id)
                .param("organizer", request.organizer().value())
                .param("event", request.event().value())
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
