package org.gatebook.server.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values of all settings, parsed from their texts; an option wins over a variable, both over the default. */
final class SettingTexts {

    private static final String PREFIX = "GATEBOOK_";
    private static final int CLOSE_ENOUGH = 3;

    private final Map<String, Object> values;

    private SettingTexts(Map<String, Object> values) {
        this.values = values;
    }

    static SettingTexts of(Map<String, String> environment, Map<String, String> options) {
        List<String> faults = new ArrayList<>();
        new TreeMap<>(environment)
                .keySet().stream()
                        .filter(name -> name.startsWith(PREFIX) && !known(name))
                        .map(SettingTexts::unknown)
                        .forEach(faults::add);
        Map<String, Object> values = new HashMap<>();
        for (Setting<?> setting : SettingsTable.ALL) {
            String given = options.getOrDefault(setting.name(), environment.get(setting.name()));
            String text = given == null || given.isBlank() ? setting.fallback() : given.strip();
            if (text == null) {
                continue;
            }
            try {
                values.put(setting.name(), setting.kind().parser().apply(text));
            } catch (IllegalArgumentException e) {
                faults.add("%s %s%s.".formatted(setting.name(), e.getMessage(), setting.secret() ? "" : ": " + text));
            }
        }
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
        return new SettingTexts(values);
    }

    <T> T required(Setting<T> setting) {
        return Objects.requireNonNull(optional(setting), setting.name());
    }

    @SuppressWarnings("unchecked") // the value was made by this setting's own parser
    <T> @Nullable T optional(Setting<T> setting) {
        return (T) values.get(setting.name());
    }

    private static boolean known(String name) {
        return SettingsTable.ALL.stream().anyMatch(setting -> setting.name().equals(name));
    }

    private static String unknown(String name) {
        return SettingsTable.ALL.stream()
                .map(Setting::name)
                .filter(candidate -> distance(candidate, name) <= CLOSE_ENOUGH)
                .min(Comparator.comparingInt(candidate -> distance(candidate, name)))
                .map(candidate -> "Unknown setting %s. Did you mean %s?".formatted(name, candidate))
                .orElse("Unknown setting %s. The guide \"Settings\" lists all there are.".formatted(name));
    }

    /** Levenshtein distance: how many letters a typing error is away. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
