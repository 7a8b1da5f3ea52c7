package org.gatebook.query.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Seats;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.query.Query;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.crud.ShownResources;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.upload.UploadedFiles;
import org.gatebook.eventstore.EventAppender;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.rebuild.Rebuild;
import org.gatebook.eventstore.rebuild.RebuildPlan;
import org.gatebook.eventstore.registry.EventFamily;
import org.gatebook.eventstore.test.CountingDataSource;
import org.gatebook.eventstore.test.TestStore;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.answer.RenderedAnswer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A node that answers about orders, on a database of its own, without the write side. */
public final class OrderStore implements AutoCloseable {

    private final CountingDataSource statements;
    private final TestStore store;
    private final Happenings happenings;

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(basePackages = "org.gatebook.query.order")
    @ComponentScan(
            basePackages = "org.gatebook.query",
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ReadModel.class))
    static class Beans {
        @Bean
        EventFamily orders() {
            return EventFamily.of(OrderEvent.class);
        }

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
        Documents documents(JdbcClient jdbc) {
            return new Documents(jdbc);
        }

        @Bean
        UploadedFiles uploads(JdbcClient jdbc) {
            return new UploadedFiles(jdbc);
        }

        @Bean
        ShownResources resources(ObjectProvider<CrudEndpoint> none, Documents documents) {
            return new ShownResources(none, documents);
        }

        @Bean
        Seats seats() {
            return new OneSeat();
        }

        @Bean
        EventOffers offers() {
            return new Festival();
        }
    }

    private static final class OneSeat implements Seats {
        @Override
        public List<Seat> byGuid(OrganizerSlug organizer, EventSlug event, Collection<String> guids) {
            return List.of();
        }

        @Override
        public Map<Long, Seat> byId(OrganizerSlug organizer, EventSlug event, Collection<Long> ids) {
            Seat seat = new Seat(77, "A-1", null, "Row A, Seat 1", "Floor", "A", null, null, "1", null, false);
            return ids.contains(77L) ? Map.of(77L, seat) : Map.of();
        }
    }

    public OrderStore(DataSource application) {
        statements = new CountingDataSource(application);
        store = TestStore.open(statements, Beans.class);
        happenings = new Happenings(store);
    }

    /** A part of the node. */
    public <T> T get(Class<T> type) {
        return store.get(type);
    }

    /** The order with tickets for all its positions, and then what else happened to it; one unit each. */
    public void place(OrderFacts order, OrderEvent... then) {
        String stream = order.id().aggregateId();
        happen(stream, 0, order.placed());
        order.lines().forEach(line -> happen("position:" + line.id(), 0, order.ticket(line.id())));
        if (then.length > 0) {
            happen(stream, 1, then);
        }
    }

    /** Many orders without tickets, in one unit. */
    public void happenAtOnce(List<OrderFacts> orders) {
        store.get(TransactionalUnit.class)
                .write(Opening.of(Festival.ORGANIZER), TestStore.audit(Festival.ORGANIZER.value()), entered -> {
                    EventAppender events = store.get(EventAppender.class);
                    orders.forEach(
                            order -> events.append(OrderId.KIND, order.id().aggregateId(), 0, order.placed()));
                    return Ending.done(orders::size);
                });
    }

    /** Facts of one stream, from this sequence on. */
    public void happen(String stream, long sequence, DomainEvent... facts) {
        happenings.within(Festival.ORGANIZER.value(), Festival.EVENT.value(), "cashier", stream, sequence, facts);
    }

    /** Puts rows that a rebuild made of the same events in the place of those that were written live. */
    public void rebuild() {
        var report = store.get(Rebuild.class).run(RebuildPlan.SWITCH);
        assertThat(report.differs()).as(report.text()).isFalse();
    }

    /** The answer to a question, in a unit of its own. */
    public <R> R ask(Query<R> query) {
        return store.get(TransactionalUnit.class)
                .read(Opening.plain(), entered -> store.get(Questions.class).ask(query));
    }

    /** What an endpoint answers in a unit of its own, as a client reads it. */
    public JsonNode read(Supplier<Answer> endpoint) {
        return store.get(TransactionalUnit.class)
                .read(
                        Opening.plain(),
                        entered -> ApiJson.mapper()
                                .readTree(RenderedAnswer.of(endpoint.get()).body()));
    }

    /** The statements that this needs, the opening one included. */
    public List<String> statementsOf(Runnable work) {
        statements.reset();
        work.run();
        return new ArrayList<>(statements.statements());
    }

    @Override
    public void close() {
        store.close();
    }
}
