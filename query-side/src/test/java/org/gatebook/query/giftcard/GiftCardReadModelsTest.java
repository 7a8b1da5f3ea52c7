package org.gatebook.query.giftcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardCode;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTermsChanged;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.IsGiftCardCodeTaken;
import org.gatebook.api.giftcard.GiftCardQuery.ShowGiftCard;
import org.gatebook.api.giftcard.GiftCardQuery.ShowGiftCards;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.api.giftcard.GiftCardTransactionView;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.api.giftcard.IssuerScope;
import org.gatebook.api.giftcard.OrderBooking;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.query.Expandable;
import org.gatebook.api.query.Links;
import org.gatebook.api.query.Query;
import org.gatebook.api.ticket.TicketKey;
import org.gatebook.api.ticket.TicketLookup;
import org.gatebook.eventstore.EventAppender;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.rebuild.Rebuild;
import org.gatebook.eventstore.rebuild.RebuildPlan;
import org.gatebook.eventstore.registry.EventFamily;
import org.gatebook.eventstore.registry.EventRegistry;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.gatebook.eventstore.view.ReadSchemas;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What clients read, from rows written live and from rows that a rebuild made of the same events. */
class GiftCardReadModelsTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final OrganizerSlug ISSUER = new OrganizerSlug("issuer");
    private static final OrganizerSlug OTHER = new OrganizerSlug("other");
    private static final GiftCardId CARD = new GiftCardId(1);
    private static final GiftCardId FOREIGN = new GiftCardId(2);
    private static final Instant NOW = Instant.parse("2030-05-05T12:00:00.000001Z");
    private static final GiftCardTerms TERMS = new GiftCardTerms(Instant.parse("2033-05-05T12:00:00Z"), "Food", 77L);

    private static TestStore store;

    /** Which rows are read. */
    enum Rows {
        LIVE,
        REBUILT
    }

    @Configuration(proxyBeanMethods = false)
    @Import({
        GiftCardReadModel.class,
        GiftCardTransactionReadModel.class,
        TermsChangeReadModel.class,
        GiftCardAnswers.class,
        OwnerTickets.class
    })
    static class Beans {
        @Bean
        EventFamily giftCards() {
            return EventFamily.of(GiftCardEvent.class);
        }

        @Bean
        TicketLookup tickets() {
            return new OneTicket();
        }
    }

    @BeforeAll
    static void a_card_with_a_life_and_one_of_another_issuer() {
        store = TestStore.open(POSTGRES.application(), Beans.class);
        append(CARD, 0, issued(CARD, ISSUER, "GC-1"), booked(CARD, 10, "50.00", null, null));
        append(CARD, 2, booked(CARD, 11, "-1.50", "till 4", info()));
        append(CARD, 3, new GiftCardTermsChanged(CARD, TERMS), bookedForOrder(12, "3.00"));
        append(FOREIGN, 0, issued(FOREIGN, OTHER, "gc-1"), booked(FOREIGN, 13, "9.00", null, null));
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_card_shows_its_terms_and_the_sum_of_its_transactions(Rows rows) {
        read(rows);
        assertThat(ask(new ShowGiftCard(CARD, IssuerScope.own(ISSUER), null)))
                .contains(new GiftCardView(
                        CARD,
                        "GC-1",
                        NOW,
                        CardAmount.of("51.50"),
                        "EUR",
                        true,
                        TERMS.expires(),
                        "Food",
                        new Expandable.Reference(77),
                        ISSUER));
    }

    @ParameterizedTest
    @EnumSource
    void a_card_is_unknown_outside_the_scope(Rows rows) {
        read(rows);
        assertThat(ask(new ShowGiftCard(FOREIGN, IssuerScope.own(ISSUER), null)))
                .isEmpty();
        assertThat(ask(new ShowGiftCard(FOREIGN, new IssuerScope(ISSUER, Set.of(OTHER)), null)))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void an_owner_is_expanded_where_asked(Rows rows) {
        read(rows);
        Optional<GiftCardView> card = ask(new ShowGiftCard(CARD, IssuerScope.own(ISSUER), new Links("")));
        assertThat(card.orElseThrow().ownerTicket()).isEqualTo(new Expandable.Nested(77, Map.of("id", 77L)));
    }

    @ParameterizedTest
    @EnumSource
    void cards_are_found_by_number_whoever_issued_them(Rows rows) {
        read(rows);
        assertThat(ask(new ShowGiftCards(Set.of(CARD, FOREIGN, new GiftCardId(3)), null)))
                .containsOnlyKeys(CARD, FOREIGN);
    }

    @ParameterizedTest
    @EnumSource
    void transactions_keep_what_the_client_said_number_by_number(Rows rows) {
        read(rows);
        List<GiftCardTransactionView> booked = store.get(TransactionalUnit.class)
                .read(
                        Opening.plain(),
                        entered -> store.get(JdbcClient.class)
                                .sql("SELECT * FROM gift_card_transaction WHERE card = 1 ORDER BY sequence")
                                .query(GiftCardTransactionReadModel::view)
                                .list());
        assertThat(booked).extracting(GiftCardTransactionView::id).containsExactly(10L, 11L, 12L);
        assertThat(booked.get(0).text()).isNull();
        assertThat(booked.get(0).info()).isNull();
        assertThat(booked.get(1).text()).isEqualTo("till 4");
        assertThat(booked.get(1).info()).hasToString("RawJson[text={\"a\":null,\"b\":[1.50,1E-10]}]");
        assertThat(booked.get(2).event()).isEqualTo(new EventSlug("fest"));
        assertThat(booked.get(2).order()).isEqualTo("ABCDE");
    }

    @ParameterizedTest
    @EnumSource
    void a_code_is_taken_within_its_scope_and_letter_case_counts(Rows rows) {
        read(rows);
        var code = new GiftCardCode("GC-1");
        assertThat(ask(new IsGiftCardCodeTaken(code, IssuerScope.own(ISSUER), null)))
                .isTrue();
        assertThat(ask(new IsGiftCardCodeTaken(code, IssuerScope.own(ISSUER), CARD)))
                .isFalse();
        assertThat(ask(new IsGiftCardCodeTaken(code, IssuerScope.own(OTHER), null)))
                .isFalse();
        assertThat(ask(new IsGiftCardCodeTaken(code, new IssuerScope(OTHER, Set.of(ISSUER)), null)))
                .isTrue();
        assertThat(ask(new IsGiftCardCodeTaken(new GiftCardCode("gc-1"), null, null)))
                .isTrue();
        assertThat(ask(new IsGiftCardCodeTaken(new GiftCardCode("Gc-1"), null, null)))
                .isFalse();
    }

    private static void read(Rows rows) {
        if (rows == Rows.REBUILT) {
            var rebuild = new Rebuild(
                    store.get(DataSource.class),
                    store.get(PlatformTransactionManager.class),
                    store.get(EventReader.class),
                    store.get(EventRegistry.class),
                    store.get(ReadSchemas.class),
                    List.<ReadModel<?>>of(
                            store.get(GiftCardReadModel.class),
                            store.get(GiftCardTransactionReadModel.class),
                            store.get(TermsChangeReadModel.class)),
                    List.of());
            var report = rebuild.run(RebuildPlan.SWITCH);
            assertThat(report.differs()).as(report.text()).isFalse();
        }
    }

    private static <R> R ask(Query<R> query) {
        return store.get(TransactionalUnit.class)
                .read(Opening.plain(), entered -> store.get(Questions.class).ask(query));
    }

    private static void append(GiftCardId card, long sequence, GiftCardEvent... events) {
        store.get(TransactionalUnit.class).write(Opening.plain(), TestStore.audit("issuer"), entered -> {
            for (int i = 0; i < events.length; i++) {
                store.get(EventAppender.class).append(GiftCardId.KIND, card.aggregateId(), sequence + i, events[i]);
            }
            return Ending.done(() -> events.length);
        });
    }

    private static GiftCardIssued issued(GiftCardId card, OrganizerSlug issuer, String code) {
        return new GiftCardIssued(
                card, issuer, Personal.bearer(card.subject(), code), "EUR", true, NOW, GiftCardTerms.NONE);
    }

    private static GiftCardTransacted booked(
            GiftCardId card, long id, String amount, @Nullable String text, @Nullable Object info) {
        return new GiftCardTransacted(
                card, new CardTransaction(id, CardAmount.of(amount), ISSUER, text, info, null), NOW.plusSeconds(id));
    }

    private static GiftCardTransacted bookedForOrder(long id, String amount) {
        var order = OrderBooking.sale(new EventSlug("fest"), "ABCDE");
        return new GiftCardTransacted(
                CARD, CardTransaction.forOrder(id, CardAmount.of(amount), OTHER, order), NOW.plusSeconds(id));
    }

    private static Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("a", null);
        info.put("b", Arrays.asList(new BigDecimal("1.50"), new BigDecimal("1E-10")));
        return info;
    }

    private static final class OneTicket implements TicketLookup {
        @Override
        public boolean isKnown(OrganizerSlug organizer, long position) {
            return position == 77;
        }

        @Override
        public Optional<Long> find(OrganizerSlug organizer, TicketKey key) {
            return Optional.empty();
        }

        @Override
        public Set<String> secretsOf(OrganizerSlug organizer, EventSlug event, java.util.Collection<String> secrets) {
            return Set.of();
        }

        @Override
        public Map<Long, Map<String, @Nullable Object>> shown(
                OrganizerSlug organizer, java.util.Collection<Long> positions, boolean canceledToo, Links links) {
            return Map.of(77L, Map.of("id", 77L));
        }
    }
}
