package org.gatebook.query.order.shown;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderId;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.erasure.Forgetful;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders as they are stored, those looked at lately from memory. Whoever asks finds out in the database which orders there
 * are and what the last events of each were; an order that is remembered as of the same events is the same, so nothing is
 * ever shown that is not so any more, and no node has to tell another of a change (ADR 0045).
 */
@Component
public class StoredOrders implements Forgetful {

    /** In characters: some ten thousand orders of a few positions. */
    private static final long MAXIMUM_WEIGHT = 48_000_000;

    private static final int ADDRESSES_REMEMBERED = 20_000;

    private static final String WHOLE =
            "select " + Mark.COLUMNS + ", " + StoredOrder.COLUMNS + " from " + StoredOrder.SOURCE + " where ";

    /** By number, which compares one value where the address compares three. */
    private static final String MARK = "select " + Mark.COLUMNS + " from " + StoredOrder.SOURCE + " where o.id = ?";

    private static final String BY_CODE = WHOLE + "o.organizer = :organizer and o.event = :event and o.code = :code";

    private final JdbcClient jdbc;
    private final TransactionalUnit unit;
    private final Cache<Place, Remembered> orders = Caffeine.newBuilder()
            .maximumWeight(MAXIMUM_WEIGHT)
            .<Place, Remembered>weigher(
                    (place, remembered) -> remembered.order().weight())
            .build();
    private final Cache<Address, Long> numbers =
            Caffeine.newBuilder().maximumSize(ADDRESSES_REMEMBERED).build();

    StoredOrders(JdbcClient jdbc, TransactionalUnit unit) {
        this.jdbc = jdbc;
        this.unit = unit;
    }

    /**
     * An order and what its last events were.
     *
     * @param own position of the last event that changed the order
     * @param touched position of the last one that touched it, by itself or by one of its tickets
     */
    public record Mark(long order, long own, long touched) {

        /** The columns that {@link #read} reads, of {@link StoredOrder#SOURCE}. */
        public static final String COLUMNS = "o.id as marked, o.position as own_position, m.position as touch_position";

        /** Reads {@link #COLUMNS}. */
        public static Mark read(ResultSet row, int number) throws SQLException {
            return new Mark(row.getLong("marked"), row.getLong("own_position"), row.getLong("touch_position"));
        }
    }

    /** Read models of another schema may hold another form of the same order. */
    private record Place(String schema, long order) {}

    private record Address(OrganizerSlug organizer, EventSlug event, String code) {}

    private record Remembered(Mark mark, StoredOrder order) {

        static Remembered read(ResultSet row, int number) throws SQLException {
            return new Remembered(Mark.read(row, number), StoredOrder.read(row, number));
        }
    }

    /** The order of an event with exactly this code: one statement, a short one if it was looked at before. */
    public Optional<StoredOrder> find(OrganizerSlug organizer, EventSlug event, String code) {
        Address address = new Address(organizer, event, code);
        Remembered before = remembered(numbers.getIfPresent(address));
        if (before != null && isCurrent(before.mark())) {
            return Optional.of(before.order());
        }
        Optional<Remembered> found = jdbc.sql(BY_CODE)
                .param("organizer", organizer.value())
                .param("event", event.value())
                .param("code", code)
                .query(Remembered::read)
                .optional();
        found.ifPresent(order -> {
            keep(order);
            numbers.put(address, order.mark().order());
        });
        return found.map(Remembered::order);
    }

    /** These orders, in their order: what is not remembered as of these events is read, all of it with one statement. */
    public List<StoredOrder> read(List<Mark> marks) {
        Map<Long, StoredOrder> known = new HashMap<>();
        for (Mark mark : marks) {
            Remembered before = remembered(mark.order());
            if (before != null && before.mark().equals(mark)) {
                known.put(mark.order(), before.order());
            }
        }
        Long[] missing = marks.stream()
                .map(Mark::order)
                .filter(order -> !known.containsKey(order))
                .toArray(Long[]::new);
        if (missing.length > 0) {
            jdbc.sql(WHOLE + "o.id = any (:missing)")
                    .param("missing", missing)
                    .query(Remembered::read)
                    .list()
                    .forEach(order -> {
                        keep(order);
                        known.put(order.mark().order(), order.order());
                    });
        }
        // One that was deleted meanwhile is not there any more.
        return marks.stream()
                .map(mark -> known.get(mark.order()))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public void forget(Collection<String> streams) {
        orders.asMap().keySet().removeIf(place -> streams.contains(new OrderId(place.order()).aggregateId()));
    }

    /** An order keeps its address; one that was deleted, and whose code another may have now, is not found. */
    private boolean isCurrent(Mark mark) {
        return jdbc.sql(MARK)
                .param(mark.order())
                .query(Mark::read)
                .optional()
                .filter(mark::equals)
                .isPresent();
    }

    private @Nullable Remembered remembered(@Nullable Long order) {
        return order == null
                ? null
                : orders.getIfPresent(new Place(unit.entered().readSchema(), order));
    }

    /** Not what was asked about the past: it would push out what is asked now. */
    private void keep(Remembered read) {
        if (unit.asOf() != null) {
            return;
        }
        orders.put(new Place(unit.entered().readSchema(), read.mark().order()), read);
    }
}
