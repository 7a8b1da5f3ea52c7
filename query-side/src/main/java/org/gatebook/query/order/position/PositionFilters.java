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
import java.util.Set;
import java.util.function.Function;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
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
public class PositionFilters {

    private static final Relation<Long, Object> ITEMS = Relation.byId("product");
    private static final Relation<Long, Object> VARIATIONS = Relation.byId("variation");
    private static final Relation<Long, Object> DATES = Relation.byId("date");
    private static final Relation<Long, Object> POSITIONS = Relation.byId("order position");
    private static final Relation<Long, Object> VOUCHERS = Relation.byId("voucher");

    private static final List<String> STATUSES =
            Arrays.stream(OrderStatus.values()).map(OrderStatus::code).toList();

    private static final String NAME = "coalesce(l.attendee_name, p.attendee_name)";

    /** A position without a name or address of its own is found by those of its main position. */
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

    private static final ListDeclaration DECLARATION = declaration(StoredPosition.COLUMNS, "t.checkins <> '[]'");

    private final EventOffers offers;
    private final JdbcClient jdbc;

    PositionFilters(EventOffers offers, JdbcClient jdbc) {
        this.offers = offers;
        this.jdbc = jdbc;
    }

    /**
     * A list of positions {@code l} with tickets {@code t}, orders {@code o} and main positions {@code p}.
     *
     * @param columns to be read
     * @param hasCheckin condition of what counts as a check-in
     */
    public static ListDeclaration declaration(String columns, String hasCheckin) {
        return ListDeclaration.of(columns, StoredPosition.SOURCE_WITH_MAIN, "l.id")
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
                        compared(
                                "voucher__code",
                                "l.voucher in (select v.id from ops.resource v where v.kind = 'voucher'"
                                        + " and v.organizer = l.organizer and v.document ->> 'code' = :%s)"),
                        text("customer", "o.customer"),
                        choice("order__status", "o.status", STATUSES),
                        anyChoice("order__status__in", "o.status", STATUSES),
                        flag("has_checkin", hasCheckin));
    }

    /** The positions of the event that the request asks for. */
    ListQuery read(ApiRequest request, boolean canceledToo) {
        ListQuery query = DECLARATION
                .read(request.query(), lookups(request.organizer(), Set.of(request.event())))
                .within(
                        "l.organizer = :organizer and o.organizer = :organizer",
                        "organizer",
                        request.organizer().value())
                .within(
                        "l.event = :event and o.event = :event",
                        "event",
                        request.event().value());
        return canceledToo
                ? query
                : query.within(Condition.of("not l.canceled")).countedBy(() -> count(request));
    }

    /** From an index alone; deleted orders leave cancelled positions. */
    private long count(ApiRequest request) {
        return jdbc.sql("""
            SELECT count(*) FROM order_line
            WHERE organizer = :organizer AND event = :event AND NOT canceled
            """)
                .param("organizer", request.organizer().value())
                .param("event", request.event().value())
                .query(Long.class)
                .single();
    }

    private static @Nullable Condition search(String value) {
        String text = Filters.plain(value);
        if (text.isEmpty()) {
            return null;
        }
        String start = Filters.escaped(text) + "%";
        return new Condition(SEARCH, Map.of("search_text", text, "search_start", start, "search_part", "%" + start));
    }

    /** What filters of lists may name: what belongs to one of these events. */
    public Lookups lookups(OrganizerSlug organizer, Set<EventSlug> events) {
        List<EventOffer> offered = events.stream()
                .flatMap(event -> offers.find(organizer, event).stream())
                .toList();
        return Lookups.of(
                        ITEMS,
                        (Long id) -> among(offered, offer -> offer.items().get(id)))
                .and(VARIATIONS, (Long id) -> among(offered, offer -> variation(offer, id)))
                .and(
                        DATES,
                        (Long id) -> among(offered, offer -> offer.subevents().get(id)))
                .and(POSITIONS, (Long id) -> position(organizer, events, id))
                .and(VOUCHERS, (Long id) -> voucher(organizer, id));
    }

    private @Nullable Object voucher(OrganizerSlug organizer, long id) {
        return jdbc.sql("""
            SELECT id FROM ops.resource
            WHERE kind = 'voucher' AND id = :id AND organizer = :organizer AND NOT deleted
            """)
                .param("id", id)
                .param("organizer", organizer.value())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private static @Nullable Object among(List<EventOffer> offered, Function<EventOffer, @Nullable Object> find) {
        for (EventOffer offer : offered) {
            Object found = find.apply(offer);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Object variation(EventOffer offer, long id) {
        for (Item item : offer.items().values()) {
            Item.Variation found = item.variation(id).orElse(null);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Object position(OrganizerSlug organizer, Set<EventSlug> events, long id) {
        return jdbc.sql("SELECT id FROM ticket WHERE id = :id AND organizer = :organizer AND event = ANY (:events)")
                .param("id", id)
                .param("organizer", organizer.value())
                .param("events", events.stream().map(EventSlug::value).toArray(String[]::new))
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
