package org.gatebook.command.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gatebook.api.offer.Quota;
import org.gatebook.catalogue.quota.StoredQuotas;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.usage.Counted;
import org.gatebook.command.order.usage.Product;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.UsageCounters.Counter;
import org.gatebook.eventstore.rebuild.Ledger;
import org.gatebook.eventstore.rebuild.RebuildReport.Outcome;
import org.gatebook.eventstore.rebuild.RebuildReport.TableReport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The counters of {@code ops.usage_counter} against what all orders hold by their events, and the quotas as they are. */
@Component
class UsageLedger implements Ledger {

    private static final int EXAMPLES = 10;

    private final JdbcTemplate jdbc;
    private final EventReader events;
    private final StoredQuotas quotas;

    UsageLedger(JdbcTemplate jdbc, EventReader events, StoredQuotas quotas) {
        this.jdbc = jdbc;
        this.events = events;
        this.quotas = quotas;
    }

    @Override
    public List<ReadModel<?>> folds() {
        return List.of(new RebuiltHoldings(events));
    }

    @Override
    public TableReport compare() {
        Map<Counter, Long> exact = exact();
        Map<Counter, Long> live = live();
        Map<Counter, String> different = different(exact, live);
        List<String> examples = different.entrySet().stream()
                .limit(EXAMPLES)
                .map(entry -> entry.getKey().kind() + " " + entry.getKey().id() + " " + entry.getValue())
                .toList();
        long onlyLive = different.keySet().stream()
                .filter(counter -> !exact.containsKey(counter))
                .count();
        long onlyExact = different.keySet().stream()
                .filter(counter -> !live.containsKey(counter))
                .count();
        Outcome outcome = different.isEmpty()
                ? new Outcome.Equal()
                : new Outcome.Different(different.size() - onlyLive - onlyExact, onlyLive, onlyExact, examples);
        return new TableReport("ops.usage_counter", exact.size(), outcome);
    }

    private static Map<Counter, String> different(Map<Counter, Long> exact, Map<Counter, Long> live) {
        Map<Counter, String> different = new TreeMap<>();
        List<Counter> all = new ArrayList<>(exact.keySet());
        all.addAll(live.keySet());
        for (Counter counter : all) {
            long says = live.getOrDefault(counter, 0L);
            long is = exact.getOrDefault(counter, 0L);
            if (says != is) {
                different.put(counter, "says " + says + " and not " + is);
            }
        }
        return different;
    }

    /** What counters must say; those that would say 0 are left out. */
    private Map<Counter, Long> exact() {
        Map<Counter, Long> exact = new HashMap<>();
        jdbc.query("""
            select c.kind, c.id, sum(c.count)::bigint
              from rebuilt_holding h
             cross join json_to_recordset(h.counted) as c (kind text, id bigint, count bigint)
             group by c.kind, c.id
            """, row -> {
            exact.put(new Counter(row.getString(1), row.getLong(2)), row.getLong(3));
        });
        Map<Owner, List<Quota>> ofEvents = quotas.all().stream()
                .collect(Collectors.groupingBy(
                        StoredQuotas.Stored::event,
                        Collectors.mapping(StoredQuotas.Stored::quota, Collectors.toList())));
        jdbc.query("""
            select h.organizer, h.event, p.item, p.variation, p.subevent, sum(p.count)::bigint
              from rebuilt_holding h
             cross join json_to_recordset(h.places) as p (item bigint, variation bigint, subevent bigint, count bigint)
             group by 1, 2, 3, 4, 5
            """, row -> {
            Product product = new Product(row.getLong(3), row.getObject(4, Long.class), row.getObject(5, Long.class));
            for (Quota quota :
                    ofEvents.getOrDefault(StoredQuotas.event(row.getString(1), row.getString(2)), List.of())) {
                if (quota.size() != null && quota.covers(product.item(), product.variation(), product.subevent())) {
                    exact.merge(Counted.quota(quota.id()), row.getLong(6), Long::sum);
                }
            }
        });
        exact.values().removeIf(count -> count == 0);
        return exact;
    }

    private Map<Counter, Long> live() {
        Map<Counter, Long> live = new HashMap<>();
        jdbc.query("select kind, id, used from ops.usage_counter where used <> 0", row -> {
            live.put(new Counter(row.getString(1), row.getLong(2)), row.getLong(3));
        });
        return live;
    }

    @Override
    public void repair() {
        Map<Counter, Long> exact = exact();
        different(exact, live())
                .keySet()
                .forEach(counter -> jdbc.update("""
                    insert into ops.usage_counter (kind, id, used) values (?, ?, ?)
                    on conflict (kind, id) do update set used = excluded.used
                    """, counter.kind(), counter.id(), exact.getOrDefault(counter, 0L)));
    }
}
