package org.gatebook.query.audit.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gatebook.query.audit.table.Table;

/** Reads the rows of a table that the package's writer has written: a row is a line. */
final class TableRows {

    private TableRows() {}

    /** A row. */
    record Row(Map<String, Integer> columns, List<String> cells) {

        String text(String column) {
            Integer index = columns.get(column);
            if (index == null || index >= cells.size()) {
                throw new IllegalArgumentException("has no " + column);
            }
            return cells.get(index);
        }

        BigDecimal amount(String column) {
            return new BigDecimal(text(column));
        }

        long number(String column) {
            return Long.parseLong(text(column));
        }
    }

    /** @throws RuntimeException if that is no such table, naming the line */
    static void each(PackageReader files, String folder, Table table, Consumer<Row> consumer) throws IOException {
        String path = folder + "/" + table.file();
        try (BufferedReader lines = files.lines(path)) {
            Map<String, Integer> columns = new HashMap<>();
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                List<String> cells = cells(line);
                if (columns.isEmpty()) {
                    cells.forEach(name -> columns.put(name, columns.size()));
                    continue;
                }
                try {
                    consumer.accept(new Row(columns, cells));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(path + " line " + number + " is no row: " + e.getMessage(), e);
                }
            }
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                // The second of two stands for itself.
                if (!quoted && i > 0 && line.charAt(i - 1) == '"') {
                    cell.append(c);
                }
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
