package org.gatebook.eventstore.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.jspecify.annotations.Nullable;

/** A row of the log in COPY's text format. */
final class CopiedRow {

    /** The columns of an event, as they are copied. The transaction's number means something to a running database only. */
    static final List<String> EVENT = List.of(
            "position",
            "recorded_at",
            "event_id",
            "aggregate_type",
            "aggregate_id",
            "sequence",
            "name",
            "revision",
            "organizer",
            "payload",
            "metadata");

    private static final String TEXT_OF_LETTERS = "bfnrtv";
    private static final String MEANT = "\b\f\n\r\t\u000b";

    private CopiedRow() {}

    /** An event of a row with the columns above; moments are in UTC. */
    static StoredEvent event(byte[] row, int length) {
        List<String> fields = fields(new String(row, 0, length, StandardCharsets.UTF_8));
        if (fields.size() != EVENT.size()) {
            throw new BackupUnusable("a row of events.event has " + fields.size() + " columns");
        }
        int field = 0;
        return new StoredEvent(
                Long.parseLong(fields.get(field++)),
                Instant.parse(fields.get(field++).replace(' ', 'T').replace("+00", "Z")),
                fields.get(field++),
                fields.get(field++),
                fields.get(field++),
                Long.parseLong(fields.get(field++)),
                fields.get(field++),
                Integer.parseInt(fields.get(field++)),
                fields.get(field++),
                fields.get(field++),
                fields.get(field));
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '\t') {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c == '\\' && at + 1 < line.length()) {
                char next = line.charAt(++at);
                int letter = TEXT_OF_LETTERS.indexOf(next);
                field.append(letter < 0 ? next : MEANT.charAt(letter));
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** Reads rows one after the other. */
    static final class Rows {

        private static final int BUFFER = 1 << 16;

        private final InputStream content;
        private final byte[] buffer = new byte[BUFFER];
        private final ByteArrayOutputStream row = new ByteArrayOutputStream();
        private int from;
        private int to;

        Rows(InputStream content) {
            this.content = content;
        }

        /** The next row without its end; null behind the last. */
        byte @Nullable [] next() throws IOException {
            row.reset();
            while (true) {
                for (int at = from; at < to; at++) {
                    if (buffer[at] == '\n') {
                        row.write(buffer, from, at - from);
                        from = at + 1;
                        return row.toByteArray();
                    }
                }
                row.write(buffer, from, to - from);
                from = 0;
                to = Math.max(0, content.read(buffer));
                if (to == 0) {
                    if (row.size() > 0) {
                        throw new BackupUnusable("the last row of a table is cut off");
                    }
                    return null;
                }
            }
        }
    }
}
