package org.gatebook.web.form.python;

import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/**
 * How values of a JSON body read once the reference's language has turned them into text. Messages quote values that
 * way ({@code "True" is not a valid choice.}), and texts are made from numbers that way.
 */
public final class PyText {

    private PyText() {}

    /** The name of the value's type, as messages about types show it. */
    public static String typeName(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "dict";
            case ARRAY -> "list";
            case STRING -> "str";
            case BOOLEAN -> "bool";
            case NUMBER -> value.isIntegralNumber() ? "int" : "float";
            default -> "NoneType";
        };
    }

    /** The value as text: a string itself, everything else as it would be written in a program. */
    public static String str(JsonNode value) {
        return value.isString() ? value.stringValue() : repr(value);
    }

    /** Without the white space at both ends, non-breaking spaces included. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Whether a database keeps this text; the reference crashes on texts that none does. */
    public static boolean isStorable(String text) {
        return text.codePoints().allMatch(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u0085' || c == '\u00a0' || c == '\u2007' || c == '\u202f';
    }

    private static String repr(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> {
                StringJoiner members = new StringJoiner(", ", "{", "}");
                value.properties()
                        .forEach(member -> members.add(quoted(member.getKey()) + ": " + repr(member.getValue())));
                yield members.toString();
            }
            case ARRAY -> {
                StringJoiner entries = new StringJoiner(", ", "[", "]");
                value.forEach(entry -> entries.add(repr(entry)));
                yield entries.toString();
            }
            case STRING -> quoted(value.stringValue());
            case BOOLEAN -> value.booleanValue() ? "True" : "False";
            case NUMBER ->
                value.isIntegralNumber()
                        ? value.bigIntegerValue().toString()
                        : PyNumber.floatText(PyNumber.floatValue(value));
            default -> "None";
        };
    }

    private static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder quoted = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c == quote) {
                        quoted.append('\\').append(quote);
                    } else if (c < 0x20 || (c >= 0x7f && c < 0xa0)) {
                        quoted.append("\\x%02x".formatted(c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append(quote).toString();
    }

    /** Whether Python takes a value for true: everything but null, false, zero and what is empty. */
    public static boolean isTrue(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> !value.stringValue().isEmpty();
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.decimalValue().signum() != 0;
            case ARRAY, OBJECT -> !value.isEmpty();
            default -> false;
        };
    }
}
