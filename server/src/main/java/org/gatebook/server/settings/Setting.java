package org.gatebook.server.settings;

import org.jspecify.annotations.Nullable;

/**
 * One thing that an operator can set.
 *
 * @param name of the environment variable; begins with {@code GATEBOOK_}
 * @param option on the command line, with its dashes; null where there is none (secrets: a command line is visible to
 *     other users of the machine)
 * @param kind how the text is read
 * @param fallback the text that holds when nothing is set; null when there is none
 * @param meaning one or two sentences for the operator
 * @param secret whether the value must never be shown
 * @param <T> the value's type
 */
public record Setting<T>(
        String name,
        @Nullable String option,
        SettingKind<T> kind,
        @Nullable String fallback,
        String meaning,
        boolean secret) {

    static <T> Setting<T> of(String name, SettingKind<T> kind, @Nullable String fallback, String meaning) {
        return new Setting<>(name, null, kind, fallback, meaning, false);
    }

    static <T> Setting<T> secret(String name, SettingKind<T> kind, String meaning) {
        return new Setting<>(name, null, kind, null, meaning, true);
    }

    Setting<T> option(String option) {
        return new Setting<>(name, option, kind, fallback, meaning, secret);
    }

    /** Whether the option stands alone, without a value. */
    public boolean flag() {
        return kind.flag();
    }
}
