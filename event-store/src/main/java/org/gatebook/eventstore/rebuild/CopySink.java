package org.gatebook.eventstore.rebuild;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gatebook.eventstore.ReadModel.RowSink;
import org.gatebook.eventstore.ReadModel.Table;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Takes rows and hands them to PostgreSQL by COPY, in its text format, a buffer a table at a time. Each buffer is one
 * transaction: the connection commits by itself. While PostgreSQL takes one buffer, the next one is filled. COPY cannot
 * raise a row that is there already, so rows of merged tables are set aside, and merged by one statement at the end.
 */
final class CopySink implements RowSink, AutoCloseable {

    /** Characters of a buffer: large enough that the statement costs nothing, small enough for many tables. */
    private static final int BUFFER = 1 << 20;

    private final String schema;
    private final Connection connection;
    private final CopyManager copies;
    private final Map<Table, StringBuilder> buffers = new HashMap<>();
    private final Set<Table> aside = new LinkedHashSet<>();
    private final ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

    /** @param connection in auto-commit mode; nobody else uses it until this sink is closed */
    CopySink(Connection connection, String schema) throws SQLException {
        this.schema = schema;
        this.connection = connection;
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    @Override
    public void row(Table table, @Nullable Object... values) {
        StringBuilder buffer = buffers.computeIfAbsent(table, t -> new StringBuilder(BUFFER + (BUFFER >> 3)));
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                buffer.append('\t');
            }
            append(buffer, values[i]);
        }
        buffer.append('\n');
        if (buffer.length() >= BUFFER) {
            send(table, buffer);
        }
    }

    /** Sends what is buffered and merges what was set aside. */
    void finish() {
        buffers.forEach(this::send);
        await();
        aside.forEach(this::merge);
        aside.clear();
    }

    private void merge(Table table) {
        StringJoiner values = new StringJoiner(", ");
        table.names().forEach(name -> values.add(table.key().contains(name) ? name : "max(" + name + ")"));
        execute("insert into %1$s (%2$s) select %3$s from %1$s_aside group by %4$s"
                .formatted(qualified(table), String.join(", ", table.names()), values, String.join(", ", table.key())));
        execute("drop table " + qualified(table) + "_aside");
    }

    private String target(Table table) {
        if (!table.merged()) {
            return qualified(table);
        }
        if (aside.add(table)) {
            execute("create unlogged table %1$s_aside (like %1$s)".formatted(qualified(table)));
        }
        return qualified(table) + "_aside";
    }

    private String qualified(Table table) {
        return schema + "." + table.name();
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("rows cannot be merged", e);
        }
    }

    /** One at a time: the connection is one, and so is what waits in memory. */
    private void send(Table table, StringBuilder buffer) {
        if (buffer.isEmpty()) {
            return;
        }
        await();
        String statement = "copy " + target(table) + " (" + String.join(", ", table.names()) + ") from stdin";
        byte[] rows = buffer.toString().getBytes(StandardCharsets.UTF_8);
        buffer.setLength(0);
        underWay = CompletableFuture.runAsync(() -> copy(table, statement, rows), beside);
    }

    private void copy(Table table, String statement, byte[] rows) {
        try {
            copies.copyIn(statement, new ByteArrayInputStream(rows));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("rows of " + table.name() + " cannot be copied", e);
        }
    }

    private void await() {
        try {
            underWay.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IllegalStateException failed ? failed : e;
        }
    }

    /** Gives the connection back. */
    @Override
    public void close() {
        beside.close();
    }

    private static void append(StringBuilder buffer, @Nullable Object value) {
        switch (value) {
            case null -> buffer.append("\\N");
            case Boolean truth -> buffer.append(truth ? 't' : 'f');
            case BigDecimal number -> buffer.append(number.toPlainString());
            case byte[] bytes -> buffer.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            case String text -> appendEscaped(buffer, text);
            default -> buffer.append(value);
        }
    }

    /** In runs: nearly all text has nothing to escape. */
    private static void appendEscaped(StringBuilder buffer, String text) {
        int taken = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '\\') {
                continue;
            }
            char escaped = switch (c) {
                case '\\' -> '\\';
                case '\t' -> 't';
                case '\n' -> 'n';
                case '\r' -> 'r';
                default -> 0;
            };
            if (escaped != 0) {
                buffer.append(text, taken, i).append('\\').append(escaped);
                taken = i + 1;
            }
        }
        buffer.append(text, taken, text.length());
    }
}
