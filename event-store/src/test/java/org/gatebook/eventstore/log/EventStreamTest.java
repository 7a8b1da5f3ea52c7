package org.gatebook.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.counter.CounterEvent.CounterOpened;
import org.gatebook.eventstore.counter.CounterEvent.CounterRaised;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.registry.EventVocabulary;
import org.gatebook.eventstore.registry.UnknownEvent;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

class EventStreamTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static TestStore store;
    private static EventReader reader;
    private static RecordingEventStore events;

    @BeforeAll
    static void start() {
        store = TestStore.open(POSTGRES.application(), CounterReadModels.class);
        reader = store.get(EventReader.class);
        events = store.get(RecordingEventStore.class);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    private static void append(String stream, String organizer, int count) {
        store.get(TransactionalUnit.class).write(Opening.plain(), TestStore.audit(organizer), entered -> {
            for (int i = 0; i < count; i++) {
                DomainEvent event = i == 0 ? CounterOpened.of(stream) : new CounterRaised(i);
                events.append("counter", stream, i, new OrganizerSlug(organizer), null, event);
            }
            return Ending.done(() -> 1);
        });
    }

    @Test
    void a_stream_delivers_what_comes_after_its_position_and_then_waits_for_more() throws Exception {
        append("counter:1", "acme", 5);
        List<String> read = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream =
                events.openStream(new GlobalSequenceTrackingToken(reader.horizon() - 3))) {
            for (int i = 0; i < 3; i++) {
                read.add(key(stream.nextAvailable()));
            }
            assertThat(stream.hasNextAvailable()).isFalse();
            append("counter:2", "acme", 1);
            assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
            read.add(key(stream.nextAvailable()));
        }
        assertThat(read).containsExactly("counter:1/2", "counter:1/3", "counter:1/4", "counter:2/0");
    }

    private static String key(TrackedEventMessage<?> message) {
        RecordedEvent event = ((RecordedEventMessage) message).recorded();
        assertThat(message.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(event.position()));
        return event.aggregateId() + "/" + event.sequence();
    }

    @Test
    void a_rebuild_reads_stream_after_stream_in_batches() {
        append("counter:7001", "batch", 7);
        append("counter:7000", "batch", 4);
        List<String> read = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();

        reader.streamByAggregate("counter", reader.horizon(), 3, batch -> {
            sizes.add(batch.size());
            batch.forEach(event -> read.add(event.aggregateId() + "/" + event.sequence()));
        });

        assertThat(sizes).allMatch(size -> size <= 3);
        assertThat(read)
                .filteredOn(key -> key.startsWith("counter:700"))
                .containsExactly(
                        "counter:7000/0",
                        "counter:7000/1",
                        "counter:7000/2",
                        "counter:7000/3",
                        "counter:7001/0",
                        "counter:7001/1",
                        "counter:7001/2",
                        "counter:7001/3",
                        "counter:7001/4",
                        "counter:7001/5",
                        "counter:7001/6");
        assertThat(read).doesNotHaveDuplicates();
    }

    @Test
    void batches_by_position_cover_everything_once() {
        append("counter:6000", "cover", 8);
        List<Long> positions = new ArrayList<>();

        reader.stream(0, Long.MAX_VALUE, 3, batch -> batch.forEach(event -> positions.add(event.position())));

        assertThat(positions).isSorted().doesNotHaveDuplicates();
        assertThat(positions.getLast()).isEqualTo(reader.horizon());
    }

    @Test
    void personal_values_are_sealed_in_the_log_and_open_for_readers() {
        append("counter:9000", "sealed", 1);
        StoredEvent stored = reader.storedAfter(0, 1_000).stream()
                .filter(event -> event.aggregateId().equals("counter:9000"))
                .findFirst()
                .orElseThrow();

        assertThat(stored.payload()).contains("\"sealed\":").doesNotContain("Jane");
        assertThat(stored.metadata()).doesNotContain("local");
        CounterOpened opened = (CounterOpened) reader.decode(stored).payload();
        assertThat(opened.owner().value()).contains("Jane");
    }

    @Test
    void a_node_that_cannot_read_the_log_says_so_at_its_start() {
        append("counter:9100", "vocabulary", 2);
        EventVocabulary vocabulary = store.get(EventVocabulary.class);
        vocabulary.check();
        JdbcTemplate jdbc = store.get(JdbcTemplate.class);
        assertThat(jdbc.queryForList("select name from ops.event_kind", String.class))
                .contains("counter.opened", "counter.raised");

        jdbc.update("insert into ops.event_kind (name, revision) values ('counter.raised', 2)");

        assertThatThrownBy(vocabulary::check)
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("counter.raised revision 2");
        jdbc.update("delete from ops.event_kind where revision = 2");
    }
}
