package org.gatebook.query.order.search;

import java.sql.Array;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.erasure.Forgetful;
import org.gatebook.eventstore.log.PageClock;
import org.gatebook.query.order.follow.FollowedOrders;
import org.gatebook.query.order.follow.Followings;
import org.gatebook.web.filter.Filters;
import org.gatebook.web.filter.ListQuery;
import org.gatebook.web.page.QueryParams;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * In which orders a text occurs at all, for back offices and for whoever stands at the door without a ticket. Parts of words are no use to an
 * ordinary index, and one of all their parts would cost each sale more than all searches cost together; so the words of
 * each order are in memory, and what is found is then looked at in the database as ever.
 */
@Component
public class SearchedOrders implements Forgetful {

    private static final int EVENTS_REMEMBERED = 20;

    private static final String WORDS = """
        select m.id, upper(concat_ws(E'\\n', o.code, o.email, o.invoice_name, o.invoice_company, o.comment,
            (select string_agg(concat_ws(E'\\n', l.attendee_name, l.attendee_email, t.secret), E'\\n')
             from order_line l join ticket t on t.id = l.id
             where l.order_id = o.id and not l.moved_on))) as words, o.id is not null as there
        from order_touch m left join orders o on o.id = m.id and not o.deleted
        where m.organizer = :organizer and m.event = :event and m.last_modified >= :since
        """;

    private final JdbcClient jdbc;
    private final TransactionalUnit unit;
    private final PageClock clock;
    private final Followings<Key, Followed> events;

    SearchedOrders(JdbcClient jdbc, TransactionalUnit unit, PageClock clock) {
        this.jdbc = jdbc;
        this.unit = unit;
        this.clock = clock;
        this.events = new Followings<>(unit, EVENTS_REMEMBERED);
    }

    private record Key(OrganizerSlug organizer, EventSlug event) {}

    /**
     * What is searched for, as the database understands it.
     *
     * @param orders whose tickets a medium with exactly this identifier stands for, or that have an invoice of this number
     */
    private record Wanted(String upper, List<Long> orders) {}

    /**
     * The list without orders that a search cannot find; where the client does not search, as it is.
     *
     * @param params of the client
     * @param column the number of a row's order
     */
    public ListQuery narrow(
            ListQuery list, QueryParams params, OrganizerSlug organizer, Set<EventSlug> slugs, String column) {
        String search = params.get("search");
        String text = search == null ? "" : Filters.plain(search);
        // What is in memory is of now; the list finds its orders without, only later.
        if (text.isEmpty() || unit.asOf() != null) {
            return list;
        }
        Wanted wanted = wanted(organizer, text);
        List<Long> found = new ArrayList<>(wanted.orders());
        // Of a code with the event's slug before it, what is behind the dash.
        String code = OrderSearch.code(text.substring(text.lastIndexOf('-') + 1));
        Set<String> texts = new HashSet<>(List.of(wanted.upper(), code));
        for (EventSlug event : slugs) {
            found.addAll(events.of(new Key(organizer, event), Followed::new).containing(texts));
        }
        return list.within(column + " = any (:searched)", "searched", found.toArray(Long[]::new));
    }

    private Wanted wanted(OrganizerSlug organizer, String text) {
        return jdbc.sql("""
            select upper(:text) as upper, array(
                select l.order_id from reusable_medium fm join order_line l on l.id = fm.linked_orderposition
                where fm.identifier = :text
                union all
                select i.order_id from invoice i
                where i.organizer = :organizer
                  and (upper(i.number) = upper(:text) or upper(i.own_number) in (:numbers))) as orders
            """)
                .param("text", text)
                .param("organizer", organizer.value())
                .param("numbers", OrderSearch.numbers(text))
                .query((row, number) -> {
                    Array orders = row.getArray("orders");
                    return new Wanted(row.getString("upper"), List.of((Long[]) orders.getArray()));
                })
                .single();
    }

    @Override
    public void forget(Collection<String> streams) {
        events.forget();
    }

    /** The words of each order, in upper case, a line each. */
    private final class Followed extends FollowedOrders<String> {

        private final Key key;
        private final PackedWords words = new PackedWords();

        Followed(Key key) {
            super(clock);
            this.key = key;
        }

        /** Orders with one of these texts anywhere. */
        Set<Long> containing(Set<String> wanted) {
            return ask(recent -> {
                Set<Long> found = new HashSet<>();
                wanted.forEach(text -> words.containing(text, found::add));
                recent.forEach((order, now) -> {
                    if (now != null && wanted.stream().anyMatch(now::contains)) {
                        found.add(order);
                    } else {
                        found.remove(order);
                    }
                });
                return found;
            });
        }

        @Override
        protected void keep(Map<Long, @Nullable String> touched) {
            words.put(touched);
        }

        @Override
        protected Map<Long, @Nullable String> read(OffsetDateTime since) {
            Map<Long, @Nullable String> words = new HashMap<>();
            jdbc.sql(WORDS)
                    .param("organizer", key.organizer().value())
                    .param("event", key.event().value())
                    .param("since", since)
                    .query(row -> {
                        words.put(row.getLong("id"), row.getBoolean("there") ? row.getString("words") : null);
                    });
            return words;
        }
    }
}
