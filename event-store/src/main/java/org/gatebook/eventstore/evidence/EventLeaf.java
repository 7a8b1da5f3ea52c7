package org.gatebook.eventstore.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.merkle.Hash;

/**
 * An event as the content of a leaf (ADR 0034): the name of this encoding, then the columns of the row, each as the number
 * of its bytes (32 bits, big-endian) and its text in UTF-8. So no two rows have one encoding, whatever their texts are.
 */
public final class EventLeaf {

    /** The name of the encoding; another one would be another name. */
    static final String ENCODING = "gatebook-event-1";

    private static final List<String> COLUMNS = List.of(
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

    private static final long MICROS = 1_000_000;
    private static final int NANOS = 1_000;

    private EventLeaf() {}

    /** The content. */
    static byte[] content(StoredEvent event) {
        byte[][] fields = {
            utf8(ENCODING),
            utf8(Long.toString(event.position())),
            utf8(Long.toString(micros(event.recordedAt()))),
            utf8(event.eventId()),
            utf8(event.aggregateType()),
            utf8(event.aggregateId()),
            utf8(Long.toString(event.sequence())),
            utf8(event.name()),
            utf8(Integer.toString(event.revision())),
            utf8(event.organizer()),
            utf8(event.payload()),
            utf8(event.metadata())
        };
        int length = 0;
        for (byte[] field : fields) {
            length += Integer.BYTES + field.length;
        }
        ByteBuffer content = ByteBuffer.allocate(length);
        for (byte[] field : fields) {
            content.putInt(field.length).put(field);
        }
        return content.array();
    }

    /** Its hash in the tree. */
    public static Hash hash(StoredEvent event) {
        return Hash.ofLeaf(content(event));
    }

    /**
     * A content as lines for people, one a column.
     *
     * @throws IllegalArgumentException if it is none of this encoding
     */
    public static String text(byte[] content) {
        List<String> fields = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            int length = rest.remaining() < Integer.BYTES ? -1 : rest.getInt();
            if (length < 0 || length > rest.remaining()) {
                throw new IllegalArgumentException("is no event of this encoding");
            }
            byte[] field = new byte[length];
            rest.get(field);
            fields.add(new String(field, StandardCharsets.UTF_8));
        }
        if (fields.size() != COLUMNS.size() + 1 || !fields.getFirst().equals(ENCODING)) {
            throw new IllegalArgumentException("is no event of this encoding");
        }
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < COLUMNS.size(); column++) {
            String name = COLUMNS.get(column);
            String field = fields.get(column + 1);
            text.append(String.format(
                    Locale.ROOT, "%-15s %s%n", name, name.equals("recorded_at") ? instant(field) : field));
        }
        return text.toString();
    }

    /** PostgreSQL keeps microseconds. */
    private static long micros(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), MICROS), moment.getNano() / NANOS);
    }

    private static Instant instant(String micros) {
        long moment = Long.parseLong(micros);
        return Instant.ofEpochSecond(Math.floorDiv(moment, MICROS), Math.floorMod(moment, MICROS) * NANOS);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
