package org.gatebook.web.form.type;

import org.jspecify.annotations.Nullable;

/**
 * What a field of a form is, for documentation.
 *
 * @param name in the body
 * @param type what it may hold
 * @param required whether POST and PUT need it
 * @param nullable whether null is a value
 * @param readOnly whether it is shown but never read
 * @param writeOnce whether later changes are checked and then ignored
 * @param text what it means; null where nobody has said it
 */
public record FieldDescription(
        String name,
        TypeDescription type,
        boolean required,
        boolean nullable,
        boolean readOnly,
        boolean writeOnce,
        @Nullable String text) {}
