package org.gatebook.catalogue.setting;

import org.gatebook.web.form.Field;
import org.jspecify.annotations.Nullable;

/**
 * One declared setting.
 *
 * @param field what it may hold; null stands for "not set here"
 * @param otherwise its value where nobody has set it, as JSON; null when it has none then
 * @param level who may set it
 */
public record Setting(Field<?> field, @Nullable Object otherwise, Level level) {

    /** Who may set a setting. */
    public enum Level {
        /** The organizer only. */
        ORGANIZER,
        /** The organizer, for all of its events, and each event for itself. */
        EVENT
    }

    /** Its name in the API and in the provisioning file. */
    public String name() {
        return field.name();
    }
}
