package org.gatebook.eventstore.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.counter.CounterCommand.OpenCounter;
import org.gatebook.eventstore.counter.CounterCommand.RaiseCounter;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.counter.CounterReadModels.ValueOf;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Units a second against the same statements by bare JDBC, interleaved; figures, no bar: that is the benchmark's. */
@Tag("torture")
class UnitThroughputTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final int STREAMS = 200;
    private static final long MILLIS = 3_000;

    private interface Request {
        void run(int client, long number) throws Exception;
    }

    @Test
    void figures() throws Exception {
        DataSource pool = POSTGRES.application(16);
        try (TestStore node = TestStore.open(pool, CounterReadModels.class)) {
            TransactionalUnit units = node.get(TransactionalUnit.class);
            CommandSender commands = node.get(CommandSender.class);
            Questions questions = node.get(Questions.class);
            for (int i = 0; i < STREAMS; i++) {
                OpenCounter command = new OpenCounter("counter:" + i);
                units.write(Opening.plain(), TestStore.audit("acme"), entered -> {
                    commands.send(command);
                    return Ending.done(() -> 1);
                });
            }
            Request unit = (client, number) -> {
                String id = "counter:" + (client * 7 + number * 13) % STREAMS;
                units.write(Opening.plain(), TestStore.audit("acme"), entered -> {
                    commands.send(new RaiseCounter(id, 1, Long.MAX_VALUE));
                    return Ending.done(() -> questions.ask(new ValueOf(id)));
                });
            };
            Request bare = (client, number) -> bare(pool, client, number);
            for (int round = 0; round < 3; round++) {
                for (int clients : new int[] {1, 16}) {
                    System.out.printf(
                            "round %d, %d clients: unit %d/s, bare JDBC %d/s%n",
                            round, clients, perSecond(clients, unit), perSecond(clients, bare));
                }
            }
        }
    }

    private static void bare(DataSource pool, int client, long number) throws Exception {
        String id = "floor:" + client + "x" + number % 50;
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "select * from ops.enter(null, null, null, null)");
            execute(
                    connection,
                    "select sequence, name, revision, payload from events.event where aggregate_id = ? and sequence > ? order by sequence",
                    id,
                    number - 1);
            execute(
                    connection,
                    "insert into events.event (event_id, aggregate_type, aggregate_id, sequence, name, revision, organizer, payload, metadata)"
                            + " values (?, 'floor', ?, ?, 'floor.x', 1, 'acme', '{\"by\":1}', ?::json) returning position, recorded_at",
                    UUID.randomUUID(),
                    id + UUID.randomUUID(),
                    number,
                    "{\"actorKind\":\"system\",\"actorId\":\"test\",\"actorName\":\"test\",\"organizer\":\"acme\",\"channel\":\"test\",\"requestId\":\"request-1\",\"causationId\":\"4dbf2a30-2d7d-4d20-b1d2-4ad2e1bb2a0e\",\"correlationId\":\"request-1\",\"clientAddress\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==\",\"softwareVersion\":\"test\"}");
            execute(
                    connection,
                    "insert into counter (id, value, document, position, stamp) values (?, ?, '{}', ?, now()) on conflict (id) do update set value = excluded.value, position = excluded.position, stamp = excluded.stamp",
                    id,
                    number,
                    number);
            execute(
                    connection,
                    "insert into counter_raise (counter, sequence, by, position) values (?, ?, 1, ?) on conflict do nothing",
                    id,
                    number + System.nanoTime(),
                    number);
            connection.commit();
        }
    }

    private static void execute(Connection connection, String sql, Object... parameters) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    private static long perSecond(int clients, Request request) throws Exception {
        AtomicLong done = new AtomicLong();
        long end = System.nanoTime() + MILLIS * 1_000_000;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int client = i;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    long number = 0;
                    while (System.nanoTime() < end) {
                        request.run(client, number++);
                        done.incrementAndGet();
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return done.get() * 1000 / MILLIS;
    }
}
