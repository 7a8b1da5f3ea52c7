package org.gatebook.web.error;

/**
 * Finds what is wrong with a text that is no JSON and says it in the words of the reference's parser, with line, column
 * and position. Used only after a real parser has refused the text.
 */
public final class JsonSyntax {

    private static final int DEEPEST = 900;

    private final String text;
    private int at;
    private int depth;

    private JsonSyntax(String text) {
        this.text = text;
    }

    /** What is wrong with the text. */
    public static String fault(String text) {
        if (text.startsWith("\ufeff")) {
            return new JsonSyntax(text).fault("Unexpected UTF-8 BOM (decode using utf-8-sig)", 0).what;
        }
        try {
            new JsonSyntax(text).document();
            return "a number or the nesting is beyond what is read";
        } catch (Fault fault) {
            return fault.what;
        }
    }

    private static final class Fault extends RuntimeException {
        private final String what;

        private Fault(String what) {
            super(what, null, false, false);
            this.what = what;
        }
    }

    private void document() {
        skipSpace();
        value();
        skipSpace();
        if (at < text.length()) {
            throw fault("Extra data", at);
        }
    }

    private void value() {
        if (at >= text.length()) {
            throw fault("Expecting value", at);
        }
        if (++depth > DEEPEST) {
            throw new Fault("maximum recursion depth exceeded");
        }
        switch (text.charAt(at)) {
            case '"' -> string();
            case '{' -> object();
            case '[' -> array();
            default -> word();
        }
        depth--;
    }

    private void object() {
        at++;
        skipSpace();
        if (is('}')) {
            at++;
            return;
        }
        while (true) {
            if (!is('"')) {
                throw fault("Expecting property name enclosed in double quotes", at);
            }
            string();
            skipSpace();
            expect(':');
            skipSpace();
            value();
            skipSpace();
            if (is('}')) {
                at++;
                return;
            }
            expect(',');
            skipSpace();
        }
    }

    private void array() {
        at++;
        skipSpace();
        if (is(']')) {
            at++;
            return;
        }
        while (true) {
            value();
            skipSpace();
            if (is(']')) {
                at++;
                return;
            }
            expect(',');
            skipSpace();
        }
    }

    private void string() {
        int start = at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return;
            }
            if (c < 0x20) {
                throw fault("Invalid control character at", at);
            }
            if (c == '\\') {
                escape(start);
            } else {
                at++;
            }
        }
        throw fault("Unterminated string starting at", start);
    }

    private void escape(int start) {
        if (at + 1 >= text.length()) {
            throw fault("Unterminated string starting at", start);
        }
        char c = text.charAt(at + 1);
        if (c != 'u') {
            if ("\"\\/bfnrt".indexOf(c) < 0) {
                throw fault("Invalid \\escape", at);
            }
            at += 2;
            return;
        }
        if (at + 6 >= text.length() || !text.substring(at + 2, at + 6).matches("[0-9a-fA-F]{4}")) {
            throw fault("Invalid \\uXXXX escape", at + 1);
        }
        at += 6;
    }

    private void word() {
        for (String word : new String[] {"null", "true", "false"}) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return;
            }
        }
        for (String word : new String[] {"NaN", "Infinity", "-Infinity"}) {
            if (text.startsWith(word, at)) {
                throw new Fault("Out of range float values are not JSON compliant: '" + word + "'");
            }
        }
        number();
    }

    private void number() {
        int start = at;
        if (is('-')) {
            at++;
        }
        if (is('0')) {
            at++;
        } else if (digits() == 0) {
            at = start;
            throw fault("Expecting value", start);
        }
        int end = at;
        if (is('.')) {
            at++;
            end = digits() == 0 ? end : at;
            at = end;
        }
        if (is('e') || is('E')) {
            at++;
            if (is('+') || is('-')) {
                at++;
            }
            end = digits() == 0 ? end : at;
        }
        at = end;
    }

    private int digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - start;
    }

    private boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void expect(char delimiter) {
        if (!is(delimiter)) {
            throw fault("Expecting '" + delimiter + "' delimiter", at);
        }
        at++;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Fault fault(String what, int position) {
        String before = text.substring(0, position);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
        int character = before.codePointCount(0, before.length());
        return new Fault("%s: line %d column %d (char %d)".formatted(what, line, column, character));
    }
}
