package org.gatebook.web.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An immutable view of what an organizer has set, defaults filled in. Names are those of the API's settings resource
 * and of the provisioning file.
 */
@FunctionalInterface
public interface OrganizerSettings {

    /** The value as text ({@code true}, {@code 12}, {@code EUR}); null when nothing is set and there is no default. */
    @Nullable
    String text(String name);

    /** Whether the setting is on. */
    default boolean isOn(String name) {
        String text = text(name);
        return text != null && text.toLowerCase(Locale.ROOT).equals("true");
    }

    /** The value as a number; the given one when nothing, or no number, is set. */
    default int number(String name, int otherwise) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
