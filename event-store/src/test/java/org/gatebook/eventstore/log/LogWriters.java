package org.gatebook.eventstore.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Writers that behave badly: some roll back, some fall asleep between their insert and the commit, some are killed there,
 * some own a transaction id long before they write, some wait before they begin.
 */
final class LogWriters implements AutoCloseable {

    private static final AtomicLong STREAMS = new AtomicLong();

    final AtomicLong committed = new AtomicLong();
    final AtomicLong rolledBack = new AtomicLong();
    final AtomicLong killed = new AtomicLong();

    private final DataSource database;
    private final Duration longestSleep;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    LogWriters(DataSource database, int writers, Duration longestSleep) {
        this.database = database;
        this.longestSleep = longestSleep;
        for (int i = 0; i < writers; i++) {
            threads.add(Thread.ofVirtual().start(this::write));
        }
    }

    private void write() {
        while (!stopped) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                transaction(connection);
            } catch (SQLException e) {
                killed.incrementAndGet();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void transaction(Connection connection) throws SQLException, InterruptedException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int kind = random.nextInt(100);
        if (kind < 25) {
            execute(connection, "select pg_current_xact_id()");
            pause(random);
        }
        int events = 1 + random.nextInt(3);
        insert(connection, events);
        if (kind >= 15 && kind < 45) {
            pause(random);
            insert(connection, 1);
            events++;
        }
        if (kind >= 85 && kind < 88) {
            kill(connection);
        }
        if (kind >= 88) {
            connection.rollback();
            rolledBack.incrementAndGet();
        } else {
            connection.commit();
            committed.addAndGet(events);
        }
    }

    private void pause(ThreadLocalRandom random) throws InterruptedException {
        // Mostly short, sometimes long: the long ones must hold the horizon back.
        long longest = random.nextInt(20) == 0 ? longestSleep.toMillis() : Math.max(1, longestSleep.toMillis() / 20);
        Thread.sleep(random.nextLong(longest) + 1);
    }

    private void kill(Connection connection) throws SQLException {
        long pid;
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            pid = row.getLong(1);
        }
        try (Connection other = database.getConnection()) {
            execute(other, "select pg_terminate_backend(" + pid + ")");
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void insert(Connection connection, int events) throws SQLException {
        String values = "(?, 'note', ?, 0, 'note.taken', 1, 'acme', '{}', '{}')";
        String sql =
                "insert into events.event (event_id, aggregate_type, aggregate_id, sequence, name, revision, organizer, payload, metadata) values "
                        + String.join(", ", Collections.nCopies(events, values));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < events; i++) {
                statement.setObject(2 * i + 1, UUID.randomUUID());
                statement.setString(2 * i + 2, "note:" + STREAMS.incrementAndGet());
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
