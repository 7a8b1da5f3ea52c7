package org.gatebook.catalogue.crud;

import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.decimal;
import static org.gatebook.web.form.kind.Types.integer;
import static org.gatebook.web.form.kind.Types.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.kind.IntegerType;
import org.gatebook.web.form.kind.Types;
import org.gatebook.web.form.world.WorldTypes;

/** Fields of the shapes that resources share, with the limits that the reference's tables give them. */
public final class Fields {

    private static final long LEAST_INTEGER = Integer.MIN_VALUE;
    private static final long GREATEST_INTEGER = Integer.MAX_VALUE;

    private Fields() {}

    /** A flag with a value for when nobody says it. */
    public static Field<Boolean> flag(String name, boolean otherwise) {
        return Field.optional(name, Types.flag()).orElse(otherwise);
    }

    /** A flag that may be left to others to decide. */
    public static Field<Boolean> optionalFlag(String name) {
        return Field.optional(name, Types.flag()).nullable();
    }

    /** A text that may be missing or empty. */
    public static Field<String> optionalText(String name) {
        return Field.optional(name, text().orBlank()).nullable();
    }

    /** A text that may be missing or empty, up to so many characters. */
    public static Field<String> optionalText(String name, int longest) {
        return Field.optional(name, text().upTo(longest).orBlank()).nullable();
    }

    /** A text in several languages that may be missing. */
    public static Field<Map<String, String>> optionalLocalized(String name) {
        return Field.optional(name, WorldTypes.localized()).nullable();
    }

    /** An amount of money that may be missing. */
    public static Field<BigDecimal> optionalMoney(String name) {
        return Field.optional(name, decimal(13, 2)).nullable();
    }

    /** A moment that may be missing. */
    public static Field<Instant> optionalMoment(String name) {
        return Field.optional(name, dateTime()).nullable();
    }

    /** One of these texts, or nothing, which may be written as an empty text. */
    public static Field<String> optionalChoice(String name, String... choices) {
        String[] all = new String[choices.length + 1];
        System.arraycopy(choices, 0, all, 0, choices.length);
        all[choices.length] = "";
        return Field.optional(name, choice(all)).nullable();
    }

    /** The rank of a resource among its like. */
    public static Field<Long> rank() {
        return Field.optional("position", whole()).orElse(0L);
    }

    /** The rank of a resource among its like, where ranks are not negative. */
    public static Field<Long> positiveRank() {
        return count("position", 0);
    }

    /** A number of things, with a value for when nobody says it. */
    public static Field<Long> count(String name, long otherwise) {
        return Field.optional(name, count()).orElse(otherwise);
    }

    /** A number of things that may be missing. */
    public static Field<Long> optionalCount(String name) {
        return Field.optional(name, count()).nullable();
    }

    /** A whole number as the reference keeps it. */
    public static IntegerType whole() {
        return integer().atLeast(LEAST_INTEGER).atMost(GREATEST_INTEGER);
    }

    /** A whole number that is not negative, as the reference keeps it. */
    public static IntegerType count() {
        return integer().atLeast(0).atMost(GREATEST_INTEGER);
    }
}
