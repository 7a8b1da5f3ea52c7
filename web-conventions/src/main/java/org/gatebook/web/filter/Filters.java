package org.gatebook.web.filter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.gatebook.web.filter.Filter.Unusable;
import org.gatebook.web.form.python.PyMoment;
import org.gatebook.web.form.python.PyNumber;
import org.gatebook.web.form.python.PyText;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.form.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of filters; to be imported statically where lists are declared. Columns are SQL of the declaration. An empty
 * value narrows nothing. Source: behaviour notes, gift cards 0.3, and the page of decisions on flags.
 */
public final class Filters {

    private static final String NO_CHOICE = "Select a valid choice. That choice is not one of the available choices.";
    private static final TypeDescription TEXT = TypeDescription.of("string", null);
    private static final TypeDescription NUMBER = TypeDescription.of("number", null);
    private static final TypeDescription ID = TypeDescription.of("integer", null);

    private Filters() {}

    /** The column is this text, letter by letter. */
    public static Filter text(String name, String column) {
        return compared(name, column + " = :%s");
    }

    /** The column is this text, whatever the case of its letters. */
    public static Filter textIgnoringCase(String name, String column) {
        return compared(name, "upper(" + column + ") = upper(:%s)");
    }

    /** The column contains this text, whatever the case of its letters. */
    public static Filter containing(String name, String column) {
        return new Filter(
                name,
                (value, lookups) -> {
                    String text = plain(value);
                    return text.isEmpty()
                            ? null
                            : Condition.of(
                                    "upper(" + column + ") like upper(:" + key(name) + ")",
                                    key(name),
                                    "%" + escaped(text) + "%");
                },
                TEXT);
    }

    /** The column is one of these texts, divided by commas. */
    public static Filter anyText(String name, String column) {
        return new Filter(
                name,
                (value, lookups) -> {
                    List<String> texts = new ArrayList<>();
                    for (String text : value.split(",", -1)) {
                        texts.add(plain(text));
                    }
                    return Condition.of(column + " in (:" + key(name) + ")", key(name), texts);
                },
                TEXT);
    }

    /** The column is this one of a fixed set of texts; others are refused by name. */
    public static Filter choice(String name, String column, Collection<String> choices) {
        return new Filter(
                name,
                (value, lookups) -> {
                    if (!choices.contains(value)) {
                        throw new Unusable("Select a valid choice. " + value + " is not one of the available choices.");
                    }
                    return Condition.of(column + " = :" + key(name), key(name), value);
                },
                TEXT.oneOf(List.copyOf(choices)));
    }

    /** The column is one of these of a fixed set of texts, divided by commas; others fit nothing. */
    public static Filter anyChoice(String name, String column, Collection<String> choices) {
        return new Filter(
                name,
                (value, lookups) -> {
                    List<String> chosen = Arrays.stream(value.split(",", -1))
                            .map(PyText::strip)
                            .filter(choices::contains)
                            .toList();
                    return chosen.isEmpty()
                            ? Condition.of("false")
                            : Condition.of(column + " in (:" + key(name) + ")", key(name), chosen);
                },
                TEXT.oneOf(List.copyOf(choices)));
    }

    /** The column is true or false; anything else than {@code true}, {@code false}, 1 and 0 narrows nothing. */
    public static Filter flag(String name, String column) {
        return flag(name, column, "not (" + column + ")");
    }

    /** The one condition or the other. */
    public static Filter flag(String name, String whenTrue, String whenFalse) {
        return new Filter(
                name,
                (value, lookups) -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "true", "1" -> Condition.of(whenTrue);
                    case "false", "0" -> Condition.of(whenFalse);
                    default -> null;
                },
                TypeDescription.of("boolean", null));
    }

    /** The column is this moment or later. */
    public static Filter since(String name, String column) {
        return moment(name, column + " >= :%s");
    }

    /** The column is this moment or earlier. */
    public static Filter until(String name, String column) {
        return moment(name, column + " <= :%s");
    }

    /** A moment in a condition of one's own, in which {@code %s} stands for the parameter's name. */
    public static Filter moment(String name, String condition) {
        return new Filter(
                name,
                (value, lookups) -> Condition.of(condition.formatted(key(name)), key(name), moment(value)),
                TypeDescription.of("string", "date-time"));
    }

    /** The column is this number. */
    public static Filter number(String name, String column) {
        return number(name, column, "=");
    }

    /**
     * The column compares with this number.
     *
     * @param operator of SQL
     */
    public static Filter number(String name, String column, String operator) {
        return numbered(name, column + " " + operator + " :%s");
    }

    /** A number in a condition of one's own, in which {@code %s} stands for the parameter's name. */
    public static Filter numbered(String name, String condition) {
        return new Filter(
                name,
                (value, lookups) -> {
                    BigDecimal number = PyNumber.decimal(value);
                    if (number == null) {
                        throw new Unusable("Enter a number.");
                    }
                    return Condition.of(condition.formatted(key(name)), key(name), number);
                },
                NUMBER);
    }

    /** The column is the id of this object, which must exist. */
    public static Filter reference(String name, String column, Relation<Long, ?> relation) {
        return new Filter(
                name,
                (value, lookups) ->
                        Condition.of(column + " = :" + key(name), key(name), existing(value, relation, lookups)),
                ID);
    }

    /** The column is the id of one of these objects, divided by commas; all of them must exist. */
    public static Filter anyReference(String name, String column, Relation<Long, ?> relation) {
        return new Filter(
                name,
                (value, lookups) -> {
                    List<Long> ids = Arrays.stream(value.split(",", -1))
                            .filter(id -> !id.isEmpty())
                            .map(id -> existing(id, relation, lookups))
                            .toList();
                    return ids.isEmpty() ? null : Condition.of(column + " in (:" + key(name) + ")", key(name), ids);
                },
                ID);
    }

    /** A condition of one's own about a text without white space at its ends, in which {@code %s} is the parameter. */
    public static Filter compared(String name, String condition) {
        return new Filter(
                name,
                (value, lookups) -> {
                    String text = plain(value);
                    return text.isEmpty() ? null : Condition.of(condition.formatted(key(name)), key(name), text);
                },
                TEXT);
    }

    /** Escapes what LIKE would take for a pattern. */
    public static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** The name of a filter's parameter in SQL. */
    static String key(String name) {
        return "filter_" + name;
    }

    /**
     * A text without white space at its ends.
     *
     * @throws Unusable if it holds what no text of the database can
     */
    public static String plain(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new Unusable("Null characters are not allowed.");
        }
        return PyText.strip(value);
    }

    static OffsetDateTime moment(String value) {
        PyMoment.Moment moment = PyMoment.moment(PyText.strip(value));
        if (moment == null) {
            throw new Unusable("Enter a valid date/time.");
        }
        OffsetDateTime local = moment.local().atOffset(ZoneOffset.UTC);
        return moment.offset() == null ? local : local.minus(moment.offset());
    }

    private static Long existing(String value, Relation<Long, ?> relation, Lookups lookups) {
        BigInteger id = PyNumber.integer(value);
        if (id == null || id.signum() < 0 || id.bitLength() > 63 || missing(id.longValueExact(), relation, lookups)) {
            throw new Unusable(NO_CHOICE);
        }
        return id.longValueExact();
    }

    private static boolean missing(long id, Relation<Long, ?> relation, Lookups lookups) {
        @Nullable Object found = lookups.find(relation, id);
        return found == null;
    }
}
