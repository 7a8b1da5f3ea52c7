package org.gatebook.catalogue.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.web.settings.OrganizerSettings;
import org.jspecify.annotations.Nullable;

/**
 * What holds: the event's settings over the organizer's over the defaults. Immutable.
 *
 * @param layers what was set, the strongest first; a null in a layer counts as not set there
 */
public record SettingValues(List<Map<String, @Nullable Object>> layers) implements OrganizerSettings {

    /** Nothing but defaults. */
    public static final SettingValues DEFAULTS = new SettingValues(List.of());

    public SettingValues {
        layers = List.copyOf(layers);
    }

    /**
     * The value as JSON; null when nothing is set and there is no default.
     *
     * @throws IllegalArgumentException if there is no such setting: a defect
     */
    public @Nullable Object value(String name) {
        Setting setting = Settings.all().get(name);
        if (setting == null) {
            throw new IllegalArgumentException("no setting " + name);
        }
        return layers.stream()
                .map(layer -> layer.get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(setting.otherwise());
    }

    /** The same values, over which these were set. */
    public SettingValues under(List<Map<String, @Nullable Object>> stronger) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>(stronger);
        all.addAll(layers);
        return new SettingValues(all);
    }

    @Override
    public @Nullable String text(String name) {
        Object value = value(name);
        return value == null ? null : value.toString();
    }

    /** Whether somebody has switched it off; what is off by default was not. */
    public boolean isSwitchedOff(String name) {
        return layers.stream()
                .map(layer -> layer.get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .filter(Boolean.FALSE::equals)
                .isPresent();
    }

    /** Whether there is such a setting at all. */
    public boolean knows(String name) {
        return Settings.all().containsKey(name);
    }

    /** A list of texts; empty when nothing is set and there is no default. */
    public List<String> texts(String name) {
        return value(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** A whole number; null when nothing is set and there is no default. */
    public @Nullable Integer number(String name) {
        return value(name) instanceof Number number ? number.intValue() : null;
    }
}
