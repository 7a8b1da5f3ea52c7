package org.gatebook.query.audit.table;

/**
 * A column of a table.
 *
 * @param name as it stands in the first line
 * @param meaning for people
 * @param key whether it names the row, alone or with others; such columns come first
 */
public record Column(String name, Kind kind, String meaning, boolean key) {

    /** What stands in a column. */
    public enum Kind {
        /** Any text. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** An amount with two decimal places. */
        AMOUNT,
        /** A percentage with up to two decimal places. */
        RATE,
        /** A day, as 2026-12-31. */
        DAY
    }

    static Column key(String name, Kind kind, String meaning) {
        return new Column(name, kind, meaning, true);
    }

    static Column of(String name, Kind kind, String meaning) {
        return new Column(name, kind, meaning, false);
    }
}
