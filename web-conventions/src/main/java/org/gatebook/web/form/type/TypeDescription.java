package org.gatebook.web.form.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a type is, in the terms of JSON Schema.
 *
 * @param type {@code string}, {@code integer}, {@code number}, {@code boolean}, {@code object}, {@code array}; null for
 *     any JSON
 * @param format {@code date-time}, {@code email}, {@code decimal} and the like; null when there is none
 * @param choices all allowed values, empty when any is
 * @param maxLength in characters; null when there is no limit
 * @param members of an object, empty when it has none that are known
 * @param item of an array; null for everything else
 */
public record TypeDescription(
        @Nullable String type,
        @Nullable String format,
        List<String> choices,
        @Nullable Integer maxLength,
        List<FieldDescription> members,
        @Nullable TypeDescription item) {

    public TypeDescription {
        choices = List.copyOf(choices);
        members = List.copyOf(members);
    }

    /** A type without particulars. */
    public static TypeDescription of(@Nullable String type, @Nullable String format) {
        return new TypeDescription(type, format, List.of(), null, List.of(), null);
    }

    /** A list of values. */
    public static TypeDescription arrayOf(TypeDescription item) {
        return new TypeDescription("array", null, List.of(), null, List.of(), item);
    }

    /** An object with these members. */
    public static TypeDescription objectOf(List<FieldDescription> members) {
        return new TypeDescription("object", null, List.of(), null, members, null);
    }

    /** The same with allowed values. */
    public TypeDescription oneOf(List<String> allowed) {
        return new TypeDescription(type, format, allowed, maxLength, members, item);
    }

    /** The same with a limit of length. */
    public TypeDescription upTo(@Nullable Integer characters) {
        return new TypeDescription(type, format, choices, characters, members, item);
    }
}
