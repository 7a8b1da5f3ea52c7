package org.gatebook.query.checkin.pretixdroid;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.pretixdroid.Pairing;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.erasure.Forgetful;
import org.gatebook.eventstore.log.PageClock;
import org.gatebook.query.order.follow.FollowedValues;
import org.gatebook.query.order.follow.Followings;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.answer.RawJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All tickets that a list lets in, so that the device may decide by itself (behaviour notes, pretixdroid 5.5); nobody comes
 * with a test order. Each device asks twice a minute, whatever has changed, and deletes what it does not get (device client
 * notes 1.4); so the rows are kept as they are sent.
 */
@Component
class Downloads implements Forgetful {

    private static final int PAIRINGS_REMEMBERED = 20;

    private final JdbcClient jdbc;
    private final TransactionalUnit unit;
    private final PageClock clock;
    private final Followings<Key, Followed> pairings;

    Downloads(JdbcClient jdbc, TransactionalUnit unit, PageClock clock) {
        this.jdbc = jdbc;
        this.unit = unit;
        this.clock = clock;
        this.pairings = new Followings<>(unit, PAIRINGS_REMEMBERED);
    }

    /**
     * What the rows depend on but orders.
     *
     * @param version of all that the event offers, the pairing and its list included
     */
    private record Key(OrganizerSlug organizer, long version, long pairing, String language) {}

    /** A row at its place: numbered within its order, then by age. */
    private record Listed(int number, long id, String json) {

        static final Comparator<Listed> ORDER =
                Comparator.comparingInt(Listed::number).thenComparingLong(Listed::id);
    }

    /** A JSON array of the rows, in their order. */
    RawJson of(Pairing pairing, String language) {
        Key key =
                new Key(pairing.offer().organizer(), unit.entered().eventVersion(), pairing.configuration(), language);
        return pairings.of(key, absent -> new Followed(pairing, language)).rows();
    }

    @Override
    public void forget(Collection<String> streams) {
        pairings.forget();
    }

    private final class Followed extends FollowedValues<List<Listed>> {

        private final Pairing pairing;
        private final String language;
        private final String sql;
        private final Map<String, Object> params = new HashMap<>();

        Followed(Pairing pairing, String language) {
            super(clock);
            this.pairing = pairing;
            this.language = language;
            params.put("organizer", pairing.offer().organizer().value());
            params.put("event", pairing.offer().event().value());
            params.put("list", pairing.list().id());
            this.sql = """
                select m.id as touched, r.* from order_touch m left join lateral (
                    select l.positionid, l.id as line, %s from %s
                    where o.id = m.id and l.order_id = m.id and not l.canceled and not o.testmode
                      and %s%s) r on true
                where m.organizer = :organizer and m.event = :event and m.last_modified >= :since
                """.formatted(
                            ListedRow.COLUMNS,
                            ListedRow.SOURCE,
                            pairing.list().includePending() ? "o.status in ('p', 'n')" : "o.status = 'p'",
                            ListedTickets.listed(pairing, params));
        }

        RawJson rows() {
            return ask((values, recent) -> {
                List<Listed> rows = new ArrayList<>();
                values.forEach((order, listed) -> {
                    if (!recent.containsKey(order)) {
                        rows.addAll(listed);
                    }
                });
                recent.values().stream().filter(Objects::nonNull).forEach(rows::addAll);
                rows.sort(Listed.ORDER);
                return new RawJson(rows.stream().map(Listed::json).collect(Collectors.joining(",", "[", "]")));
            });
        }

        @Override
        protected Map<Long, @Nullable List<Listed>> read(OffsetDateTime since) {
            Map<Long, @Nullable List<Listed>> byOrder = new HashMap<>();
            jdbc.sql(sql).params(params).param("since", since).query(row -> {
                long order = row.getLong("touched");
                if (row.getString("secret") == null) {
                    byOrder.put(order, null);
                    return;
                }
                String json = ApiJson.mapper()
                        .writeValueAsString(ListedRow.read(row, 0)
                                .shown(pairing.offer(), pairing.list().includePending(), language));
                List<Listed> rows = byOrder.get(order);
                if (rows == null) {
                    rows = new ArrayList<>();
                    byOrder.put(order, rows);
                }
                rows.add(new Listed(row.getInt("positionid"), row.getLong("line"), json));
            });
            return byOrder;
        }
    }
}
