package org.gatebook.query.order.shown;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.query.text.SlottedText;
import org.jspecify.annotations.Nullable;

/**
 * A position and its ticket as their rows hold them. Many of them travel in one value, so that an order costs one row of
 * the answer however many positions it has.
 *
 * @param positionid its rank within the order
 * @param item the product's id
 * @param addon whether it belongs to another position
 * @param answers JSON; null without answers
 * @param seat the seat's id; null without seat
 * @param blocked whether the ticket is blocked
 * @param shown with slots
 * @param secret JSON
 * @param pseudonym JSON
 * @param validity JSON keys with values
 * @param checkins JSON
 */
public record StoredLine(
        long id,
        int positionid,
        long item,
        boolean canceled,
        boolean addon,
        @Nullable String answers,
        @Nullable Long seat,
        boolean blocked,
        String shown,
        String secret,
        String pseudonym,
        String validity,
        String checkins) {

    private static final int UNITS = 13;

    /** One position {@code l} with its ticket {@code t} as a value of SQL. */
    static final String UNITS_SQL = "concat("
            + String.join(
                    ", E'\\x1f', ",
                    "l.id",
                    "l.positionid",
                    "l.item",
                    "l.canceled",
                    "l.addon_to is not null",
                    "l.answers",
                    "l.seat",
                    "cardinality(t.blocks) > 0",
                    "l.shown",
                    "t.shown",
                    "t.checkins")
            + ")";

    /** All positions of the order {@code o} as a value of SQL. */
    static final String OF_ORDER_SQL = "(select string_agg(" + UNITS_SQL + """
        , E'\\x1e' order by l.positionid, l.id)
           from order_line l join ticket t on t.id = l.id and not l.moved_on
          where l.order_id = o.id)\
        """;

    /** Reads {@link #OF_ORDER_SQL}. */
    static List<StoredLine> all(@Nullable String records) {
        List<StoredLine> lines = new ArrayList<>();
        if (records != null) {
            int begin = 0;
            for (int end = records.indexOf(SlottedText.RECORD);
                    end >= 0;
                    end = records.indexOf(SlottedText.RECORD, begin)) {
                lines.add(of(records.substring(begin, end)));
                begin = end + 1;
            }
            lines.add(of(records.substring(begin)));
        }
        return lines;
    }

    /** Reads {@link #UNITS_SQL}. */
    static StoredLine of(String record) {
        String[] units = new String[UNITS];
        int begin = 0;
        for (int i = 0; i < UNITS - 1; i++) {
            int end = record.indexOf(SlottedText.UNIT, begin);
            units[i] = record.substring(begin, end);
            begin = end + 1;
        }
        units[UNITS - 1] = record.substring(begin);
        return new StoredLine(
                Long.parseLong(units[0]),
                Integer.parseInt(units[1]),
                Long.parseLong(units[2]),
                units[3].equals("t"),
                units[4].equals("t"),
                units[5].isEmpty() ? null : units[5],
                units[6].isEmpty() ? null : Long.valueOf(units[6]),
                units[7].equals("t"),
                units[8],
                units[9],
                units[10],
                units[11],
                units[12]);
    }
}
