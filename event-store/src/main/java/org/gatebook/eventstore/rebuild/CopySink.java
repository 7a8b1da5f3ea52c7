package org.gatebook.eventstore.rebuild;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.gatebook.eventstore.ReadModel.RowSink;
import org.gatebook.eventstore.ReadModel.Table;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Takes rows and hands them to PostgreSQL by COPY, in its text format, a buffer a table at a time. Each buffer is one
 * transaction: the connection commits by itself.
 */
final class CopySink implements RowSink {

    /** Characters of a buffer: large enough that the statement costs nothing, small enough for many tables. */
    private static final int BUFFER = 1 << 20;

    private final String schema;
    private final CopyManager copies;
    private final Map<Table, StringBuilder> buffers = new HashMap<>();

    /** @param connection in auto-commit mode, kept as long as this sink is used */
    CopySink(Connection connection, String schema) throws SQLException {
        this.schema = schema;
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

    /** Sends what is buffered. */
    void flush() {
        buffers.forEach(this::send);
    }

    private void send(Table table, StringBuilder buffer) {
        if (buffer.isEmpty()) {
            return;
        }
        String statement =
                "copy " + schema + "." + table.name() + " (" + String.join(", ", table.names()) + ") from stdin";
        try {
            copies.copyIn(statement, new StringReader(buffer.toString()));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("rows of " + table.name() + " cannot be copied", e);
        }
        buffer.setLength(0);
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

    private static void appendEscaped(StringBuilder buffer, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(c);
            }
        }
    }
}
