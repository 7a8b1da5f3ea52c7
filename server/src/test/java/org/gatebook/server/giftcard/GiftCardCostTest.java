package org.gatebook.server.giftcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardCode;
import org.gatebook.api.giftcard.GiftCardCommand.IssueGiftCard;
import org.gatebook.api.giftcard.GiftCardCommand.TransactGiftCard;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.ShowGiftCard;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.api.giftcard.IssuerScope;
import org.gatebook.api.query.Links;
import org.gatebook.api.ticket.TicketKey;
import org.gatebook.api.ticket.TicketLookup;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.test.CountingDataSource;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** What a till does all day must stay cheap: statements between begin and commit, both sides assembled. */
class GiftCardCostTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final OrganizerSlug ISSUER = new OrganizerSlug("issuer");
    private static final IssuerScope OWN = IssuerScope.own(ISSUER);
    private static final GiftCardId CARD = new GiftCardId(1);

    private static CountingDataSource database;
    private static TestStore store;

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {"org.gatebook.command.giftcard", "org.gatebook.query.giftcard"},
            lazyInit = true)
    static class BothSides {

        @Bean
        TicketLookup tickets() {
            return new NoTickets();
        }
    }

    /** The card has no owner, so nobody may ask. */
    private static final class NoTickets implements TicketLookup {
        @Override
        public boolean isKnown(OrganizerSlug organizer, long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Long> find(OrganizerSlug organizer, TicketKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> secretsOf(OrganizerSlug organizer, EventSlug event, Collection<String> secrets) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<Long, Map<String, @Nullable Object>> shown(
                OrganizerSlug organizer, Collection<Long> positions, boolean canceledToo, Links links) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeAll
    static void a_card() {
        database = new CountingDataSource(POSTGRES.application());
        store = TestStore.open(database, BothSides.class);
        shownAfter(new IssueGiftCard(
                CARD,
                ISSUER,
                new GiftCardCode("GC-1"),
                "EUR",
                false,
                GiftCardTerms.NONE,
                CardTransaction.plain(2, CardAmount.of("50.00"), ISSUER),
                Instant.now()));
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void a_transaction_is_entering_catching_up_the_event_the_card_and_the_booking() {
        transact(3);
        database.reset();

        GiftCardView shown = transact(4);

        assertThat(shown.value()).isEqualTo(CardAmount.of("48.00"));
        assertThat(database.statements())
                .satisfiesExactly(
                        enter -> assertThat(enter).contains("nextval('ops.client_id')"),
                        catchUp -> assertThat(catchUp).contains("from events.event"),
                        append -> assertThat(append).startsWith("insert into events.event"),
                        card -> assertThat(card).startsWith("insert into gift_card "),
                        booking -> assertThat(booking).startsWith("insert into gift_card_transaction "));
    }

    private static GiftCardView transact(long id) {
        var booking = new CardTransaction(id, CardAmount.of("-1.00"), ISSUER, "", Map.of(), null);
        return shownAfter(new TransactGiftCard(CARD, OWN, booking, Instant.now()));
    }

    private static GiftCardView shownAfter(AggregateCommand<GiftCardId> command) {
        return store.get(TransactionalUnit.class).write(Opening.of(ISSUER), TestStore.audit("issuer"), entered -> {
            store.get(CommandSender.class).send(command);
            return Ending.done(() -> store.get(Questions.class)
                    .ask(new ShowGiftCard(CARD, OWN, null))
                    .orElseThrow());
        });
    }
}
