package org.gatebook.eventstore.database;

/** Names and literals in statements that take no parameters. */
final class SqlNames {

    private SqlNames() {}

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
