package org.gatebook.api.order.change;

import org.jspecify.annotations.Nullable;

/**
 * What a client says of a value that there is already: nothing, or what it shall be.
 *
 * @param said whether it says anything
 * @param value null also where null is what it says
 */
public record Patch<T>(boolean said, @Nullable T value) {

    /** It stays as it is. */
    public static <T> Patch<T> none() {
        return new Patch<>(false, null);
    }

    /** It shall be this. */
    public static <T> Patch<T> to(@Nullable T value) {
        return new Patch<>(true, value);
    }

    /** What it is then. */
    public @Nullable T or(@Nullable T present) {
        return said ? value : present;
    }
}
