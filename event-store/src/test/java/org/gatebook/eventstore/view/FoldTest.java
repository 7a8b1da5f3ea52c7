package org.gatebook.eventstore.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.counter.CounterReadModels.CounterView;
import org.gatebook.eventstore.counter.CounterReadModels.Values;
import org.gatebook.eventstore.counter.Counters;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FoldTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void a_view_is_looked_for_unless_its_only_stream_begins() {
        try (TestStore node = TestStore.open(POSTGRES.application(), CounterReadModels.class)) {
            new Counters(node).open(1);
            new Counters(node).raise(1, 5);
            EventReader log = node.get(EventReader.class);
            List<RecordedEvent> events = log.ofAggregate("counter:1", -1);
            List<String> looked = new ArrayList<>();
            Fold<CounterView> fold = new Fold<>(
                    node.get(Values.class),
                    key -> {
                        looked.add(key);
                        return new CounterView(key, 10);
                    },
                    log);
            List<Object> written = new ArrayList<>();

            fold.apply(events.getFirst());
            fold.writeTo((table, values) -> written.add(values[1]));
            assertThat(looked).isEmpty();
            fold.apply(events.getLast());
            fold.writeTo((table, values) -> written.add(values[1]));

            assertThat(looked).containsExactly("counter:1");
            assertThat(written).containsExactly(0L, 15L);
        }
    }
}
