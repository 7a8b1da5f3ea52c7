package org.gatebook.server.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.EventTerms;
import org.gatebook.api.offer.EventTerms.Payment;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.Buyer;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderCommand.CancelOrderForFee;
import org.gatebook.api.order.OrderCommand.ExtendOrder;
import org.gatebook.api.order.OrderCommand.PaymentWish;
import org.gatebook.api.order.OrderCommand.PlaceOrder;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.catalogue.usage.Reservations;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecurringJob;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.rebuild.Ledger;
import org.gatebook.eventstore.registry.EventFamily;
import org.gatebook.eventstore.test.Blank;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that nobody has paid in time, both sides assembled (behaviour notes, orders 12.12). */
class OverdueOrdersTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final OrganizerSlug ORGANIZER = new OrganizerSlug("acme");
    private static final EventSlug PROMPT = new EventSlug("prompt");
    private static final EventSlug PATIENT = new EventSlug("patient");
    private static final EventSlug NEVER = new EventSlug("never");
    private static final Instant NOW = Instant.now();
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(30));
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    private static TestStore store;

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {"org.gatebook.command.order", "org.gatebook.query.order.overdue"},
            lazyInit = true,
            excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Ledger.class))
    @ComponentScan(
            basePackages = "org.gatebook.query",
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ReadModel.class))
    static class BothSides {
        @Bean
        EventFamily tickets() {
            return EventFamily.of(TicketEvent.class);
        }

        @Bean
        EventFamily cards() {
            return EventFamily.of(GiftCardEvent.class);
        }

        @Bean
        EventFamily media() {
            return EventFamily.of(MediumEvent.class);
        }

        @Bean
        EventOffers offers() {
            return (organizer, event) -> Optional.of(Blank.of(EventOffer.class)
                    .with("organizer", organizer)
                    .with("event", event)
                    .with(
                            "terms",
                            Blank.of(EventTerms.class)
                                    .with("payment", payment(event))
                                    .make())
                    .make());
        }

        @Bean
        Reservations reservations() {
            return (offer, asked, now) -> {
                throw new UnsupportedOperationException("whoever expires asks for no place");
            };
        }

        private static Payment payment(EventSlug event) {
            return Blank.of(Payment.class)
                    .with("expireAutomatically", !event.equals(NEVER))
                    .with("expireDelayDays", event.equals(PATIENT) ? 7 : 0)
                    .make();
        }
    }

    @BeforeAll
    static void orders_of_every_kind() {
        store = TestStore.open(POSTGRES.application(), BothSides.class);
        place(order(10, PROMPT, YESTERDAY, false, false), false);
        place(order(20, PROMPT, TOMORROW, false, false), false);
        place(order(30, PROMPT, YESTERDAY, true, false), false);
        place(order(40, PROMPT, YESTERDAY, false, true), false);
        place(order(50, PROMPT, YESTERDAY, false, false), true);
        place(order(60, PROMPT, YESTERDAY, false, false), false);
        send(PROMPT, new CancelOrderForFee(new OrderId(60), NOW, null, fee()));
        place(order(70, PROMPT, YESTERDAY, false, false), false);
        send(PROMPT, new ExtendOrder(new OrderId(70), TOMORROW, NOW, false));
        place(order(80, PATIENT, YESTERDAY, false, false), false);
        place(order(90, PATIENT, LONG_AGO, false, false), false);
        place(order(95, NEVER, LONG_AGO, false, false), false);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void exactly_the_overdue_orders_expire_and_only_once() {
        RecurringJob job = store.get(RecurringJob.class, "expireOverdueOrders");

        assertThat(job.work().getAsInt()).isEqualTo(2);
        assertThat(codes("e")).containsExactly("ORDER10", "ORDER90");
        assertThat(codes("p")).containsExactly("ORDER50");
        assertThat(codes("n"))
                .containsExactly("ORDER20", "ORDER30", "ORDER40", "ORDER60", "ORDER70", "ORDER80", "ORDER95");

        long events = events();
        assertThat(job.work().getAsInt()).isZero();
        assertThat(events()).isEqualTo(events);
    }

    private static void place(PlacedOrder order, boolean paid) {
        send(
                order.event(),
                new PlaceOrder(
                        order,
                        new PaymentWish(
                                paid,
                                paid ? "manual" : null,
                                order.id().number() + 2,
                                Personal.of(order.id().subject(), Map.of()),
                                paid ? NOW : null)));
    }

    private static <R> void send(EventSlug event, AggregateCommand<R> command) {
        store.get(TransactionalUnit.class)
                .write(
                        new Opening(ORGANIZER, event, null),
                        TestStore.audit("acme").within(ORGANIZER, event),
                        entered -> {
                            assertThat(store.get(CommandSender.class).send(command))
                                    .isInstanceOf(Decision.Accepted.class);
                            return Ending.done(() -> true);
                        });
    }

    private static Set<String> codes(String status) {
        return store.get(TransactionalUnit.class)
                .read(
                        Opening.plain(),
                        entered -> new TreeSet<>(store.get(JdbcClient.class)
                                .sql("SELECT code FROM orders WHERE status = :status")
                                .param("status", status)
                                .query(String.class)
                                .list()));
    }

    private static long events() {
        return store.get(JdbcClient.class)
                .sql("SELECT count(*) FROM events.event")
                .query(Long.class)
                .single();
    }

    private static PlacedOrder order(
            long number, EventSlug event, Instant expires, boolean validIfPending, boolean requireApproval) {
        var id = new OrderId(number);
        return new PlacedOrder(
                id,
                new OrderCode("ORDER" + number),
                ORGANIZER,
                event,
                false,
                Personal.bearer(id.subject(), "secret"),
                "en",
                "web",
                LONG_AGO,
                expires,
                Personal.of(id.subject(), new Buyer(null, null, "", null)),
                null,
                false,
                null,
                requireApproval,
                validIfPending,
                Personal.of(id.subject(), Map.of()),
                null,
                List.of(line(number + 1)),
                List.of(),
                false,
                eur("23.00"),
                null);
    }

    private static OrderLine line(long id) {
        return new OrderLine(
                id,
                1,
                1,
                null,
                null,
                eur("23.00"),
                null,
                BigDecimal.ZERO,
                eur("0.00"),
                null,
                null,
                null,
                null,
                false,
                null,
                Personal.of(new TicketId(id).subject(), Attendee.unknown()));
    }

    private static OrderFee fee() {
        return new OrderFee(9, OrderFee.CANCELLATION, eur("5.00"), "", "", null, BigDecimal.ZERO, eur("0.00"));
    }

    private static Money eur(String amount) {
        return Money.of(new BigDecimal(amount), "EUR");
    }
}
