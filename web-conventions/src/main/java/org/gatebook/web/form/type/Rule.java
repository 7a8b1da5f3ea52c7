package org.gatebook.web.form.type;

import org.jspecify.annotations.Nullable;

/** What a value must keep to beyond its type. */
@FunctionalInterface
public interface Rule<T> {

    /** What is said when the value breaks the rule; null when it keeps it. */
    @Nullable
    String broken(T value, Lookups lookups);
}
