package org.gatebook.catalogue.usage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Quota;
import org.gatebook.api.order.PlaceQuery.CountExitedPlaces;
import org.gatebook.api.order.PlaceQuery.TakenPlaces;
import org.gatebook.catalogue.usage.Reserved.KeptPlaces;
import org.gatebook.catalogue.usage.Reserved.Reason;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.UsageCounters;
import org.gatebook.eventstore.UsageCounters.Counter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads it all with one statement. What is over is left out here and needs no job to be given back.
 */
@Component
final class StoredReservations implements Reservations {

    /** The counters are read along: this statement is part of every order, and a second one would be a round trip more. */
    private static final String READ = """
        with cart as materialized (
            select (c.document ->> 'item')::bigint as item, (c.document ->> 'variation')::bigint as variation,
                   (c.document ->> 'subevent')::bigint as subevent, (c.document ->> 'voucher')::bigint as voucher,
                   (c.document ->> 'seat')::bigint as seat, c.document ->> 'cart_id' = any (:consumed) as consumed
              from ops.resource c
             where c.kind = 'cart_position' and c.organizer = :organizer and c.event = :event and not c.deleted
               and (c.document ->> 'expires')::timestamptz >= :now
        )
        select case when consumed then 'CONSUMED_CART' else 'CART' end as what, null as kind, null::bigint as id,
               c.item, c.variation, null::bigint as quota, c.subevent, count(*) as count
          from cart c
          left join ops.resource v on v.kind = 'voucher' and v.id = c.voucher and not v.deleted
         where v.id is null or not (v.document ->> 'block_quota')::boolean
            or (v.document ->> 'valid_until')::timestamptz < :now
         group by consumed, c.item, c.variation, c.subevent
        union all
        select 'voucher in cart', null, voucher, null, null, null, null, count(*)
          from cart where voucher = any (:vouchers) and not consumed group by voucher
        union all
        select 'seat in cart', null, seat, null, null, null, null, 1
          from cart where seat = any (:seats) and not consumed
        union all
        select 'seat of voucher', null, (v.document ->> 'seat')::bigint, v.id, null, null, null, 1
          from ops.resource v
          left join ops.usage_counter u on u.kind = 'voucher' and u.id = v.id
         where v.kind = 'voucher' and not v.deleted and (v.document ->> 'seat')::bigint = any (:seats)
           and ((v.document ->> 'valid_until') is null or (v.document ->> 'valid_until')::timestamptz >= :now)
           and (v.document ->> 'max_usages')::bigint > coalesce(u.used, 0)
        union all
        select 'VOUCHER', null, null, (v.document ->> 'item')::bigint, (v.document ->> 'variation')::bigint,
               (v.document ->> 'quota')::bigint, (v.document ->> 'subevent')::bigint,
               sum(greatest((v.document ->> 'max_usages')::bigint - coalesce(u.used, 0), 0))::bigint
          from ops.resource v
          left join ops.usage_counter u on u.kind = 'voucher' and u.id = v.id
         where v.kind = 'voucher' and v.organizer = :organizer and v.event = :event and not v.deleted
           and v.document ->> 'block_quota' = 'true'
           and ((v.document ->> 'valid_until') is null or (v.document ->> 'valid_until')::timestamptz >= :now)
         group by 4, 5, 6, 7
        union all
        select 'WAITING_LIST', null, null, (w.document ->> 'item')::bigint, (w.document ->> 'variation')::bigint, null,
               (w.document ->> 'subevent')::bigint, count(*)
          from ops.resource w
         where w.kind = 'waiting_list_entry' and w.organizer = :organizer and w.event = :event and not w.deleted
           and w.document ->> 'voucher' is null
         group by 4, 5, 7
        union all
        select 'moment', null, null, null, null, null, null, v.kept
          from ops.event_version v where v.organizer = :organizer and v.slug = :event
        union all
        select 'used', c.kind, c.id, null, null, null, null, c.used
          from unnest(:kinds, :ids) as asked (kind, id)
          join ops.usage_counter c on c.kind = asked.kind and c.id = asked.id
        """;

    private final JdbcClient jdbc;
    private final UsageCounters counters;
    private final Questions questions;

    StoredReservations(JdbcClient jdbc, UsageCounters counters, Questions questions) {
        this.jdbc = jdbc;
        this.counters = counters;
        this.questions = questions;
    }

    @Override
    public Reserved of(EventOffer offer, Question asked, Instant now) {
        List<Counter> wanted = List.copyOf(asked.counters());
        Answer answer = new Answer();
        jdbc.sql(READ)
                .param("organizer", offer.organizer().value())
                .param("event", offer.event().value())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("consumed", asked.consumed().toArray(String[]::new))
                .param("vouchers", asked.vouchers().toArray(Long[]::new))
                .param("seats", asked.seats().toArray(Long[]::new))
                .param("kinds", wanted.stream().map(Counter::kind).toArray(String[]::new))
                .param("ids", wanted.stream().map(Counter::id).toArray(Long[]::new))
                .query(answer::add);
        wanted.forEach(counter -> answer.used.merge(counter, counters.staged(counter), Long::sum));
        return answer.complete(exited(offer, wanted));
    }

    /** Rare: most quotas do not give places back. */
    private Map<Long, Long> exited(EventOffer offer, List<Counter> wanted) {
        List<Quota> releasing = wanted.stream()
                .filter(counter -> counter.kind().equals(Counted.QUOTA))
                .map(counter -> offer.quotas().get(counter.id()))
                .filter(quota -> quota != null && quota.releaseAfterExit())
                .toList();
        Set<Long> lists = offer.checkinLists().values().stream()
                .filter(list -> !list.allowEntryAfterExit())
                .map(CheckinList::id)
                .collect(Collectors.toSet());
        if (releasing.isEmpty() || lists.isEmpty()) {
            return Map.of();
        }
        Set<Long> items =
                releasing.stream().flatMap(quota -> quota.items().stream()).collect(Collectors.toSet());
        List<TakenPlaces> left = questions.ask(new CountExitedPlaces(offer.organizer(), offer.event(), items, lists));
        return releasing.stream()
                .collect(Collectors.toMap(
                        Quota::id,
                        quota -> left.stream()
                                .filter(taken -> quota.covers(taken.item(), taken.variation(), taken.subevent()))
                                .mapToLong(TakenPlaces::count)
                                .sum()));
    }

    /** Collects the rows. */
    private static final class Answer {

        private final List<KeptPlaces> places = new ArrayList<>();
        private final Map<Long, Long> voucherCarts = new HashMap<>();
        private final Set<Long> seatsInCarts = new HashSet<>();
        private final Map<Long, Long> seatVouchers = new HashMap<>();
        private final Map<Counter, Long> used = new HashMap<>();
        private long moment;

        private void add(ResultSet row) throws SQLException {
            String what = row.getString("what");
            long id = row.getLong("id");
            long count = row.getLong("count");
            switch (what) {
                case "moment" -> moment = count;
                case "used" -> used.put(new Counter(row.getString("kind"), id), count);
                case "voucher in cart" -> voucherCarts.put(id, count);
                case "seat in cart" -> seatsInCarts.add(id);
                case "seat of voucher" -> seatVouchers.put(id, row.getLong("item"));
                default ->
                    places.add(new KeptPlaces(
                            Reason.valueOf(what),
                            row.getObject("item", Long.class),
                            row.getObject("variation", Long.class),
                            row.getObject("quota", Long.class),
                            row.getObject("subevent", Long.class),
                            count));
            }
        }

        private Reserved complete(Map<Long, Long> exited) {
            return new Reserved(places, voucherCarts, seatsInCarts, seatVouchers, used, moment, exited);
        }
    }
}
