package org.gatebook.query.checkin.list;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.log.PageClock;
import org.gatebook.query.order.follow.FollowedValues;
import org.gatebook.query.order.follow.Followings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The numbers of single lists, which every device at a door asks for all the time: exact at once, from what each order
 * contributes. A counter in a row would make all doors of a list wait for each other.
 */
@Component
class ListStatus {

    private static final int LISTS_REMEMBERED = 100;

    private static final String COUNTS = """
        select m.id as order_id, t.item, t.variation, count(t.id) as positions, count(c.entered) as entered,
               count(*) filter (where c.entered > coalesce(c.left_at, '-infinity')) as inside
        from order_touch m
        left join orders o on o.id = m.id and not o.deleted
             and (case when :pending then o.status in ('p', 'n') else %s end)
        left join ticket t on t.order_id = o.id and not t.canceled
             and (cast(:date as bigint) is null or t.subevent = :date)
             and (:all or t.item = any (:items))
        left join lateral (
            select max(datetime) filter (where type = 'entry') as entered,
                   max(datetime) filter (where type = 'exit') as left_at
            from checkin where ticket = t.id and list = :list and successful) c on true
        where m.organizer = :organizer and m.event = :event and m.last_modified >= :since
        group by 1, 2, 3
        """.formatted(Population.GOOD);

    private final JdbcClient jdbc;
    private final PageClock clock;
    private final Followings<Key, Followed> lists;

    ListStatus(JdbcClient jdbc, TransactionalUnit unit, PageClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lists = new Followings<>(unit, LISTS_REMEMBERED);
    }

    /** What was counted: a list that was changed means other tickets. */
    private record Key(OrganizerSlug organizer, EventSlug event, CheckinList list) {}

    /** A product, with its variation if it has any. */
    private record Kind(long item, @Nullable Long variation) {}

    /**
     * The numbers of a product or variation.
     *
     * @param entered those that entered at least once
     * @param inside those whose last entry is later than their last exit
     */
    record Count(long item, @Nullable Long variation, long positions, long entered, long inside) {

        private Count and(Count other, int times) {
            return new Count(
                    item,
                    variation,
                    positions + times * other.positions,
                    entered + times * other.entered,
                    inside + times * other.inside);
        }
    }

    /** The numbers of one list, by product and variation. */
    List<Count> of(OrganizerSlug organizer, EventSlug event, CheckinList list) {
        return lists.of(new Key(organizer, event, list), Followed::new).counts();
    }

    private final class Followed extends FollowedValues<List<Count>> {

        private final Key key;
        private final Map<Kind, Count> sums = new HashMap<>();
        private final Map<Count, Count> known = new ConcurrentHashMap<>();

        Followed(Key key) {
            super(clock);
            this.key = key;
        }

        List<Count> counts() {
            return ask((values, recent) -> {
                Map<Kind, Count> counts = new HashMap<>(sums);
                recent.forEach((order, now) -> {
                    add(counts, values.get(order), -1);
                    add(counts, now, 1);
                });
                return List.copyOf(counts.values());
            });
        }

        @Override
        protected void replaced(@Nullable List<Count> before, @Nullable List<Count> now) {
            add(sums, before, -1);
            add(sums, now, 1);
        }

        private static void add(Map<Kind, Count> sums, @Nullable List<Count> counts, int times) {
            if (counts != null) {
                counts.forEach(count -> sums.merge(
                        new Kind(count.item(), count.variation()),
                        new Count(count.item(), count.variation(), 0, 0, 0).and(count, times),
                        (sum, more) -> sum.and(more, 1)));
            }
        }

        @Override
        protected Map<Long, @Nullable List<Count>> read(OffsetDateTime since) {
            Map<Long, @Nullable List<Count>> byOrder = new HashMap<>();
            jdbc.sql(COUNTS)
                    .param("organizer", key.organizer().value())
                    .param("event", key.event().value())
                    .param("list", key.list().id())
                    .param("pending", key.list().includePending())
                    .param("date", key.list().subevent())
                    .param("all", key.list().allProducts())
                    .param("items", key.list().limitProducts().toArray(Long[]::new))
                    .param("since", since)
                    .query(row -> {
                        long order = row.getLong("order_id");
                        Count count = new Count(
                                row.getLong("item"),
                                row.getObject("variation", Long.class),
                                row.getLong("positions"),
                                row.getLong("entered"),
                                row.getLong("inside"));
                        List<Count> counts = byOrder.get(order);
                        if (count.positions() == 0) {
                            byOrder.putIfAbsent(order, null);
                        } else if (counts == null) {
                            // Most orders contribute the same.
                            byOrder.put(order, List.of(known.computeIfAbsent(count, same -> same)));
                        } else {
                            List<Count> more = new ArrayList<>(counts);
                            more.add(count);
                            byOrder.put(order, List.copyOf(more));
                        }
                    });
            return byOrder;
        }
    }
}
