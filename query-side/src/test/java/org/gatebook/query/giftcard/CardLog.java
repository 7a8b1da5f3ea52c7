package org.gatebook.query.giftcard;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.AuditMetadata;
import org.gatebook.eventstore.registry.EventCodec;
import org.gatebook.eventstore.registry.EventFamily;
import org.gatebook.eventstore.registry.EventRegistry;
import org.gatebook.eventstore.sealing.SealedText;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.gatebook.eventstore.test.TestStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A long log of gift cards: interleaved streams of ten events, all sealed as in production. */
final class CardLog {

    static final int EVENTS_A_CARD = 10;

    private static final OrganizerSlug ACME = new OrganizerSlug("acme");
    private static final int AT_ONCE = 1_000;

    private CardLog() {}

    @Configuration
    static class Events {
        @Bean
        EventFamily giftCards() {
            return EventFamily.of(GiftCardEvent.class);
        }
    }

    /** @param cards a multiple of 1,000 */
    static void fill(DataSource owner, TestStore store, int cards) throws Exception {
        for (int first = 0; first < cards; first += AT_ONCE) {
            obtainKeys(store, first);
        }
        for (int sequence = 0; sequence < EVENTS_A_CARD; sequence++) {
            for (int first = 0; first < cards; first += AT_ONCE) {
                store(owner, store, first, sequence);
            }
        }
    }

    private static void obtainKeys(TestStore store, int first) {
        List<SubjectId> subjects = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            subjects.add(new GiftCardId(first + i + 1).subject());
        }
        store.get(SubjectKeys.class).obtainAll(subjects);
    }

    private static void store(DataSource owner, TestStore store, int first, int sequence) throws Exception {
        EventCodec codec = store.get(EventCodec.class);
        EventRegistry registry = store.get(EventRegistry.class);
        SealedText sealed = store.get(SealedText.class);
        try (Connection connection = owner.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                    insert into events.event
                        (event_id, aggregate_type, aggregate_id, sequence, name, revision, organizer, payload, metadata)
                    values (?::uuid, 'giftcard', ?, ?, ?, 1, 'acme', ?::json, ?::json)
                    """)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < AT_ONCE; i++) {
                GiftCardId card = new GiftCardId(first + i + 1);
                DomainEvent event = event(card, sequence);
                insert.setString(1, UUID.randomUUID().toString());
                insert.setString(2, card.aggregateId());
                insert.setLong(3, sequence);
                insert.setString(4, registry.of(event.getClass()).name());
                insert.setString(5, codec.write(event));
                insert.setString(6, codec.write(metadata(sealed.seal(card.subject(), "203.0.113.9"))));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private static DomainEvent event(GiftCardId card, int sequence) {
        Instant now = Instant.parse("2026-07-01T10:00:00.123456Z").plusSeconds(sequence);
        if (sequence == 0) {
            return new GiftCardIssued(
                    card,
                    ACME,
                    Personal.bearer(card.subject(), "CODE-" + card.number()),
                    "EUR",
                    false,
                    now,
                    GiftCardTerms.NONE);
        }
        CardAmount amount = CardAmount.of(sequence == 1 ? "100.00" : "-1.50");
        return new GiftCardTransacted(
                card, CardTransaction.plain(1_000_000L + card.number() * EVENTS_A_CARD + sequence, amount, ACME), now);
    }

    private static AuditMetadata metadata(String address) {
        String id = UUID.randomUUID().toString();
        return new AuditMetadata("team_token", "7", "Till", ACME, null, "rest", id, id, id, address, "1.0");
    }
}
