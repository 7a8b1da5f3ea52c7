package org.gatebook.query.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.log.EventRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Money on gift cards by issuer, day and currency. Test cards hold no money and are left out. A transaction knows neither
 * its card's currency nor whether it came with the card: both are read from the first event of its stream, which never
 * changes (what came with the card was caused by the same command).
 */
@Component
class GiftCardStatistics {

    private static final int CARDS_REMEMBERED = 20_000;

    private record Key(String organizer, LocalDate day, String currency) {}

    /** What the first event of a card says. */
    private record Origin(String currency, boolean testmode, String causationId) {}

    /** Rows are always locked in this order, so that writers never wait for each other in a circle. */
    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::organizer).thenComparing(Key::day).thenComparing(Key::currency);

    private final JdbcTemplate jdbc;
    private final EventReader reader;
    private final Cache<String, Origin> origins =
            Caffeine.newBuilder().maximumSize(CARDS_REMEMBERED).build();

    GiftCardStatistics(JdbcTemplate jdbc, EventReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    void add(List<RecordedEvent> events) {
        List<RecordedEvent> cards = events.stream()
                .filter(event -> event.payload() instanceof GiftCardEvent)
                .toList();
        if (cards.isEmpty()) {
            return;
        }
        learnOrigins(cards);
        Map<Key, GiftCardMoney> sums = new TreeMap<>(ORDER);
        for (RecordedEvent event : cards) {
            if (event.payload() instanceof GiftCardTransacted booked) {
                Origin origin = origin(event);
                if (!origin.testmode()) {
                    boolean withIssue = event.metadata().causationId().equals(origin.causationId());
                    sums.merge(
                            new Key(
                                    event.metadata().organizer().value(),
                                    EventStatistics.day(event),
                                    origin.currency()),
                            GiftCardMoney.of(booked.transaction().amount(), withIssue),
                            GiftCardMoney::plus);
                }
            }
        }
        write(sums);
    }

    private void learnOrigins(List<RecordedEvent> cards) {
        Set<String> unknown = new HashSet<>();
        for (RecordedEvent event : cards) {
            remember(event);
            if (origins.getIfPresent(event.aggregateId()) == null) {
                unknown.add(event.aggregateId());
            }
        }
        if (!unknown.isEmpty()) {
            reader.decode(jdbc.query(
                            "select " + EventRows.COLUMNS
                                    + " from events.event where aggregate_id = any (?) and sequence = 0",
                            EventRows.STORED,
                            (Object) unknown.toArray(String[]::new)))
                    .forEach(this::remember);
        }
    }

    private void remember(RecordedEvent event) {
        if (event.payload() instanceof GiftCardIssued issued) {
            origins.put(
                    event.aggregateId(),
                    new Origin(
                            issued.currency(),
                            issued.testmode(),
                            event.metadata().causationId()));
        }
    }

    private Origin origin(RecordedEvent event) {
        @Nullable Origin origin = origins.getIfPresent(event.aggregateId());
        if (origin == null) {
            throw new IllegalStateException(event.aggregateId() + " was never issued");
        }
        return origin;
    }

    private void write(Map<Key, GiftCardMoney> sums) {
        jdbc.batchUpdate("""
                insert into ops.gift_card_statistics as s (organizer, day, currency, issued, loaded, spent)
                values (?, ?, ?, ?, ?, ?)
                on conflict (organizer, day, currency) do update
                   set issued = s.issued + excluded.issued,
                       loaded = s.loaded + excluded.loaded,
                       spent = s.spent + excluded.spent
                """, sums.entrySet(), Math.max(1, sums.size()), (statement, sum) -> {
            statement.setString(1, sum.getKey().organizer());
            statement.setObject(2, sum.getKey().day());
            statement.setString(3, sum.getKey().currency());
            statement.setBigDecimal(4, sum.getValue().issued());
            statement.setBigDecimal(5, sum.getValue().loaded());
            statement.setBigDecimal(6, sum.getValue().spent());
        });
    }

    void clear() {
        jdbc.update("delete from ops.gift_card_statistics");
    }
}
