package org.gatebook.web.filter;

import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.TypeDescription;
import org.gatebook.web.page.QueryParams;
import org.jspecify.annotations.Nullable;

/**
 * A parameter by which a client narrows a list. {@link Filters} makes them.
 *
 * @param name of the parameter
 * @param interpretation what its value means
 * @param type for documentation
 * @param text what it means, for documentation; null where nobody has said it
 */
public record Filter(
        String name,
        Interpretation interpretation,
        TypeDescription type,
        @Nullable String text) {

    /** One of which nothing is said but its name. */
    public Filter(String name, Interpretation interpretation, TypeDescription type) {
        this(name, interpretation, type, null);
    }

    /** The same filter with what it means, for the description of the API. */
    public Filter meaning(String words) {
        return new Filter(name, interpretation, type, words);
    }

    /** What a value means. */
    @FunctionalInterface
    public interface Interpretation {
        /**
         * The condition for a value.
         *
         * @return null when this value narrows nothing
         * @throws Unusable when the value cannot be one of this filter
         */
        @Nullable
        Condition of(String value, Lookups lookups);
    }

    /** Why a value cannot be used. */
    public static final class Unusable extends RuntimeException {
        private final transient String text;

        /** With the text that the client reads. */
        public Unusable(String text) {
            super(text, null, false, false);
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    @Nullable
    Condition read(QueryParams params, Lookups lookups) {
        String value = params.get(name);
        return value == null || value.isEmpty() ? null : interpretation.of(value, lookups);
    }
}
