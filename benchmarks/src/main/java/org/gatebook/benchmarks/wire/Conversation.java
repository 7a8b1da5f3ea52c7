package org.gatebook.benchmarks.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection's messages to PostgreSQL, understood as far as transactions go: what was executed, with which values. */
final class Conversation {

    private final Consumer<RecordedTransaction> committed;
    private final Map<String, Prepared> prepared = new HashMap<>();
    private final Map<String, Bound> portals = new HashMap<>();
    private final List<RecordedStatement> trip = new ArrayList<>();
    private @Nullable List<RoundTrip> transaction;

    /** Of a read unit, which has no transaction: it ends where the next one begins. */
    private @Nullable List<RoundTrip> reading;

    private record Prepared(String sql, List<Integer> types) {}

    private record Bound(String sql, List<Parameter> parameters) {}

    Conversation(Consumer<RecordedTransaction> committed) {
        this.committed = committed;
    }

    /** A message of the frontend, after the one that opens the connection. */
    void message(char type, byte[] bytes) {
        ByteBuffer body = ByteBuffer.wrap(bytes);
        switch (type) {
            case 'P' -> parse(body);
            case 'B' -> bind(body);
            case 'E' -> {
                Bound bound = portals.get(text(body));
                if (bound != null) {
                    executed(bound.sql(), bound.parameters());
                }
            }
            case 'Q' -> {
                executed(text(body), List.of());
                endTrip();
            }
            case 'S' -> endTrip();
            default -> {
                // Describe, close, flush, password: nothing is executed.
            }
        }
    }

    private void parse(ByteBuffer body) {
        String name = text(body);
        String sql = text(body);
        int count = body.getShort();
        List<Integer> types = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            types.add(body.getInt());
        }
        prepared.put(name, new Prepared(sql, types));
    }

    private void bind(ByteBuffer body) {
        String portal = text(body);
        Prepared statement = prepared.getOrDefault(text(body), new Prepared("?", List.of()));
        short[] formats = new short[body.getShort()];
        for (int i = 0; i < formats.length; i++) {
            formats[i] = body.getShort();
        }
        int count = body.getShort();
        List<Parameter> parameters = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int length = body.getInt();
            byte[] value = length < 0 ? null : new byte[length];
            if (value != null) {
                body.get(value);
            }
            int format = formats.length == 0 ? 0 : formats[formats.length == 1 ? 0 : i];
            parameters.add(Parameter.of(
                    i < statement.types().size() ? statement.types().get(i) : 0, format == 1, value));
        }
        portals.put(portal, new Bound(statement.sql(), parameters));
    }

    private void executed(String sql, List<Parameter> parameters) {
        RecordedStatement statement = new RecordedStatement(sql, List.of(parameters));
        if (statement.is("begin")) {
            transaction = new ArrayList<>();
        } else if (statement.is("commit")) {
            if (transaction != null) {
                if (!trip.isEmpty()) {
                    transaction.add(RoundTrip.committing(trip));
                    trip.clear();
                }
                committed.accept(new RecordedTransaction(false, transaction));
            }
            transaction = null;
        } else if (statement.is("rollback") && !statement.is("rollback to")) {
            transaction = null;
        } else {
            add(statement);
        }
    }

    /** Executions of one statement that follow each other in a trip are a batch. */
    private void add(RecordedStatement statement) {
        RecordedStatement last = trip.isEmpty() ? null : trip.getLast();
        if (last == null || !last.sql().equals(statement.sql())) {
            trip.add(statement);
            return;
        }
        List<List<Parameter>> executions = new ArrayList<>(last.executions());
        executions.addAll(statement.executions());
        trip.set(trip.size() - 1, new RecordedStatement(last.sql(), List.copyOf(executions)));
    }

    private void endTrip() {
        if (!trip.isEmpty()) {
            RoundTrip made = new RoundTrip(trip);
            if (transaction != null) {
                transaction.add(made);
            } else {
                read(made);
            }
        }
        trip.clear();
    }

    private void read(RoundTrip made) {
        if (made.statements().stream().anyMatch(RecordedStatement::opensReadUnit)) {
            if (reading != null) {
                committed.accept(new RecordedTransaction(true, reading));
            }
            reading = new ArrayList<>();
        }
        if (reading != null) {
            reading.add(made);
        }
    }

    private static String text(ByteBuffer body) {
        int end = body.position();
        while (body.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - body.position()];
        body.get(bytes);
        body.get();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
