package org.gatebook.web.form.kind;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gatebook.web.form.type.Type;
import tools.jackson.databind.JsonNode;

/** The plain kinds of values; to be imported statically where forms are declared. */
public final class Types {

    private static final String NO_EMAIL = "Enter a valid email address.";

    private Types() {}

    /** A text that is not empty and of any length. */
    public static TextType text() {
        return TextType.any();
    }

    /** An e-mail address. */
    public static TextType email() {
        return TextType.formatted("email", EmailAddress::isValid, NO_EMAIL);
    }

    /** A decimal number with this many digits, of which so many stand after the point. */
    public static DecimalType decimal(int digits, int places) {
        return DecimalType.of(digits, places);
    }

    /** An amount of money: 13 digits, 2 places, any sign. */
    public static DecimalType money() {
        return DecimalType.of(13, 2);
    }

    /** A whole number. */
    public static IntegerType integer() {
        return IntegerType.any();
    }

    /** True or false. */
    public static Type<Boolean> flag() {
        return new FlagType();
    }

    /** A moment, with microseconds. */
    public static Type<Instant> dateTime() {
        return MomentType.moment();
    }

    /** A day. */
    public static Type<LocalDate> date() {
        return MomentType.date();
    }

    /** A time of day. */
    public static Type<LocalTime> time() {
        return MomentType.time();
    }

    /** Any JSON. */
    public static Type<JsonNode> json() {
        return new JsonType();
    }

    /** One of these texts; include the empty one where it is allowed. */
    public static Type<String> choice(String... choices) {
        return choice(Arrays.asList(choices));
    }

    /** One of these texts. */
    public static Type<String> choice(Collection<String> choices) {
        return new ChoiceType<>(keyed(choices, Function.identity()));
    }

    /** One of the constants of an enum, by its name in the API. */
    public static <E extends Enum<E>> Type<E> choice(Class<E> values, Function<E, String> name) {
        return new ChoiceType<>(keyed(Arrays.asList(values.getEnumConstants()), name));
    }

    /** Any number of these texts. */
    public static Type<Set<String>> choices(Collection<String> choices) {
        return new ChoicesType<>(new ChoiceType<>(keyed(choices, Function.identity())));
    }

    /** A list of plain values; for objects see {@code Form.rows()}, for references {@code References}. */
    public static <T> ListType<T> list(Type<T> item) {
        return ListType.of(item);
    }

    private static <T> Map<String, T> keyed(Collection<T> values, Function<? super T, String> name) {
        Map<String, T> keyed = new LinkedHashMap<>();
        values.forEach(value -> keyed.put(name.apply(value), value));
        return keyed;
    }
}
