package org.gatebook.query.audit.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a table: UTF-8, semicolons, texts in quotation marks, one line each. */
public final class TableWriter implements AutoCloseable {

    /** Between two cells. */
    public static final String COLUMNS = ";";

    /** Behind each row. */
    public static final String ROWS = "\r\n";

    private static final int PLACES = 2;

    private final Table table;
    private final Writer out;
    private long rows;

    /** Writes the line of names. */
    public TableWriter(Table table, Writer out) {
        this.table = table;
        this.out = out;
        write(table.columns().stream().map(Column::name).collect(Collectors.joining(COLUMNS, "", ROWS)));
    }

    /**
     * Adds a row.
     *
     * @param cells one for each column; null is an empty one
     */
    public void row(@Nullable Object... cells) {
        if (cells.length != table.columns().size()) {
            throw new IllegalArgumentException(
                    table.name() + " has " + table.columns().size() + " columns");
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            line.append(i == 0 ? "" : COLUMNS);
            cell(table.columns().get(i), cells[i], line);
        }
        write(line.append(ROWS).toString());
        rows++;
    }

    private static void cell(Column column, @Nullable Object cell, StringBuilder line) {
        if (cell == null) {
            return;
        }
        switch (column.kind()) {
            case AMOUNT ->
                line.append(((BigDecimal) cell)
                        .setScale(PLACES, RoundingMode.UNNECESSARY)
                        .toPlainString());
            case RATE -> line.append(((BigDecimal) cell).toPlainString());
            case NUMBER, DAY -> line.append(cell);
            case TEXT ->
                // One row is one line: audit tools do not all know of line feeds within quotation marks.
                line.append('"')
                        .append(cell.toString().replace("\"", "\"\"").replaceAll("\\R", ", "))
                        .append('"');
        }
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + table.file() + ": " + e.getMessage(), e);
        }
    }

    /** How many rows there are. */
    public long rows() {
        return rows;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + table.file() + ": " + e.getMessage(), e);
        }
    }
}
