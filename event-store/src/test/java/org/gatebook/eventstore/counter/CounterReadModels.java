package org.gatebook.eventstore.counter;

import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.query.Query;
import org.gatebook.eventstore.InlineViews;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.aggregate.AggregateType;
import org.gatebook.eventstore.counter.CounterEvent.CounterOpened;
import org.gatebook.eventstore.counter.CounterEvent.CounterRaised;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The counter as a module would declare it: the aggregate, two read models and a query. */
@Configuration
public class CounterReadModels {

    public record CounterView(String id, long value) {}

    public record RaiseView(long by) {}

    public record ValueOf(String id) implements Query<Long> {}

    @Bean
    AggregateType<?, ?, ?> counter() {
        return Counter.TYPE;
    }

    @Bean
    Values values(JdbcTemplate jdbc) {
        return new Values(jdbc);
    }

    @Bean
    Raises raises() {
        return new Raises();
    }

    @Bean
    Answers answers(InlineViews views, Values values) {
        return new Answers(views, values);
    }

    public static final class Answers {
        private final InlineViews views;
        private final Values values;

        Answers(InlineViews views, Values values) {
            this.views = views;
            this.values = values;
        }

        @QueryHandler
        Long value(ValueOf query) {
            return views.current(values, query.id()).map(CounterView::value).orElse(-1L);
        }
    }

    /** One row a counter. */
    public static final class Values implements ReadModel<CounterView> {
        private static final Table TABLE =
                new Table("counter", List.of("id"), List.of("id", "value", "document:json", "position", "stamp"));
        private final JdbcTemplate jdbc;

        Values(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public String name() {
            return "counter";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public String script() {
            return "counter/counter.sql";
        }

        @Override
        public List<Table> tables() {
            return List.of(TABLE);
        }

        @Override
        public Class<? extends DomainEvent> events() {
            return CounterEvent.class;
        }

        @Override
        public CounterView fold(@Nullable CounterView view, RecordedEvent event) {
            return switch ((CounterEvent) event.payload()) {
                case CounterOpened opened -> new CounterView(event.aggregateId(), 0);
                case CounterRaised raised -> new CounterView(view.id(), view.value() + raised.by());
            };
        }

        @Override
        public @Nullable CounterView load(String key) {
            return jdbc
                    .query(
                            "select id, value from counter where id = ?",
                            (row, index) -> new CounterView(row.getString(1), row.getLong(2)),
                            key)
                    .stream()
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public void write(Row<CounterView> row, RowSink sink) {
            CounterView view = row.view();
            sink.row(TABLE, view.id(), view.value(), "{\"value\":" + view.value() + "}", row.position(), row.stamp());
        }
    }

    /** One row an event. */
    public static final class Raises implements ReadModel<RaiseView> {
        private static final Table TABLE = new Table(
                "counter_raise", List.of("counter", "sequence"), List.of("counter", "sequence", "by", "position"));

        @Override
        public String name() {
            return "counter_raise";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public String script() {
            return "counter/counter_raise.sql";
        }

        @Override
        public List<Table> tables() {
            return List.of(TABLE);
        }

        @Override
        public Class<? extends DomainEvent> events() {
            return CounterEvent.class;
        }

        @Override
        public Keyed keyed() {
            return Keyed.BY_EVENT;
        }

        @Override
        public @Nullable String key(RecordedEvent event) {
            return event.payload() instanceof CounterRaised ? event.aggregateId() + "/" + event.sequence() : null;
        }

        @Override
        public RaiseView fold(@Nullable RaiseView view, RecordedEvent event) {
            return new RaiseView(((CounterRaised) event.payload()).by());
        }

        @Override
        public @Nullable RaiseView load(String key) {
            throw new AssertionError("rows of events are never read before they are written");
        }

        @Override
        public void write(Row<RaiseView> row, RowSink sink) {
            String counter = row.key().substring(0, row.key().indexOf('/'));
            sink.row(TABLE, counter, row.sequence(), row.view().by(), row.position());
        }
    }
}
