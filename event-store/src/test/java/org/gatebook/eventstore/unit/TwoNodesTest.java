package org.gatebook.eventstore.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;
import org.gatebook.api.decision.Decision;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.counter.CounterCommand.OpenCounter;
import org.gatebook.eventstore.counter.CounterCommand.RaiseCounter;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.counter.CounterReadModels.ValueOf;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes on one database, ten streams, everybody at once. */
class TwoNodesTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final int STREAMS = 10;
    private static final int CLIENTS_PER_NODE = 8;
    private static final int ATTEMPTS_PER_CLIENT = 100;
    private static final int ATTEMPTS = 2 * CLIENTS_PER_NODE * ATTEMPTS_PER_CLIENT / STREAMS;
    private static final int LIMIT = ATTEMPTS * 3 / 4;

    @Test
    void no_refusal_is_wrong_and_no_event_is_lost_when_nodes_collide() throws Exception {
        AtomicLongArray accepted = new AtomicLongArray(STREAMS);
        AtomicLongArray refused = new AtomicLongArray(STREAMS);
        try (TestStore one = TestStore.open(POSTGRES.application(8), CounterReadModels.class);
                TestStore two = TestStore.open(POSTGRES.application(8), CounterReadModels.class);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < STREAMS; i++) {
                OpenCounter command = new OpenCounter("counter:" + i);
                one.get(TransactionalUnit.class).write(Opening.plain(), TestStore.audit("acme"), entered -> {
                    one.get(CommandSender.class).send(command);
                    return Ending.done(() -> 1);
                });
            }
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < 2 * CLIENTS_PER_NODE; client++) {
                TestStore node = client % 2 == 0 ? one : two;
                int first = client;
                running.add(clients.submit(() -> {
                    for (int i = 0; i < ATTEMPTS_PER_CLIENT; i++) {
                        int stream = (first + i) % STREAMS;
                        (raise(node, stream) ? accepted : refused).incrementAndGet(stream);
                    }
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
            verify(two, accepted, refused);
        }
    }

    private static boolean raise(TestStore node, int stream) {
        CommandSender commands = node.get(CommandSender.class);
        String id = "counter:" + stream;
        return node.get(TransactionalUnit.class).<Boolean>write(Opening.plain(), TestStore.audit("acme"), entered -> {
            Decision<Long> decision = commands.send(new RaiseCounter(id, 1, LIMIT));
            return decision instanceof Decision.Accepted<Long> accepted
                    ? Ending.done(() -> {
                        assertThat(node.get(Questions.class).ask(new ValueOf(id)))
                                .isEqualTo(accepted.result());
                        return true;
                    })
                    : Ending.refused(false);
        });
    }

    private static void verify(TestStore node, AtomicLongArray accepted, AtomicLongArray refused) {
        JdbcTemplate jdbc = node.get(JdbcTemplate.class);
        for (int i = 0; i < STREAMS; i++) {
            String id = "counter:" + i;
            List<RecordedEvent> events = node.get(EventReader.class).ofAggregate(id, -1);
            assertThat(accepted.get(i)).as(id).isEqualTo(LIMIT);
            assertThat(refused.get(i)).as(id).isEqualTo(ATTEMPTS - LIMIT);
            assertThat(events)
                    .extracting(RecordedEvent::sequence)
                    .hasSize(LIMIT + 1)
                    .isSorted();
            assertThat(events).extracting(RecordedEvent::position).isSorted();
            assertThat(jdbc.queryForObject("select value from read_1.counter where id = ?", Long.class, id))
                    .isEqualTo(LIMIT);
            assertThat(jdbc.queryForObject(
                            "select count(*) from read_1.counter_raise where counter = ?", Long.class, id))
                    .isEqualTo(LIMIT);
        }
    }
}
