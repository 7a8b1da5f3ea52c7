package org.gatebook.query.checkin.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.catalogue.checkin.CheckinListNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers of check-in lists. They are counted when they are asked for, from narrow rows and an index, and not kept: a
 * counter that each scan of a list would have to raise makes all its doors wait for each other.
 */
@Component
class ListCounts implements CheckinListNumbers {

    private static final String POSITIONS = """
        select t.item, t.subevent, (%1$s) as good, count(*) as number
        from ticket t join orders o on o.id = t.order_id
        where t.organizer = :organizer and t.event = :event and not t.canceled
          and o.organizer = :organizer and o.event = :event and o.status in ('p', 'n') and not o.deleted
        group by 1, 2, 3
        """.formatted(Population.GOOD);

    private static final String ENTERED = """
        select c.list, t.item, t.subevent, (%1$s) as good, count(*) as number
        from (select distinct list, ticket from checkin
              where list = any (:lists) and successful and type = 'entry') c
        join ticket t on t.id = c.ticket
        join orders o on o.id = t.order_id
        where t.organizer = :organizer and t.event = :event and not t.canceled and o.status in ('p', 'n')
          and not o.deleted
        group by 1, 2, 3, 4
        """.formatted(Population.GOOD);

    private final JdbcClient jdbc;

    ListCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Tickets of one kind.
     *
     * @param list that they entered by; 0 where entries do not matter
     * @param good whether every list includes them, and not only those that include pending orders
     */
    private record Kind(long list, long item, @Nullable Long subevent, boolean good, long number) {

        boolean isAbout(CheckinList of) {
            return (good || of.includePending())
                    && of.accepts(item)
                    && (of.subevent() == null || of.subevent().equals(subevent));
        }
    }

    @Override
    public Map<Long, Numbers> of(OrganizerSlug organizer, EventSlug event, List<CheckinList> lists) {
        List<Kind> positions = kinds(POSITIONS, organizer, event, List.of());
        List<Kind> entered = kinds(
                ENTERED, organizer, event, lists.stream().map(CheckinList::id).toList());
        Map<Long, Numbers> numbers = new HashMap<>();
        for (CheckinList list : lists) {
            numbers.put(
                    list.id(),
                    new Numbers(
                            sum(positions, list),
                            sum(
                                    entered.stream()
                                            .filter(kind -> kind.list() == list.id())
                                            .toList(),
                                    list)));
        }
        return numbers;
    }

    private static long sum(List<Kind> kinds, CheckinList list) {
        return kinds.stream()
                .filter(kind -> kind.isAbout(list))
                .mapToLong(Kind::number)
                .sum();
    }

    private List<Kind> kinds(String sql, OrganizerSlug organizer, EventSlug event, List<Long> lists) {
        boolean byList = !lists.isEmpty();
        return jdbc.sql(sql)
                .param("organizer", organizer.value())
                .param("event", event.value())
                .param("lists", lists.toArray(Long[]::new))
                .query((row, number) -> new Kind(
                        byList ? row.getLong("list") : 0,
                        row.getLong("item"),
                        row.getObject("subevent", Long.class),
                        row.getBoolean("good"),
                        row.getLong("number")))
                .list();
    }
}
