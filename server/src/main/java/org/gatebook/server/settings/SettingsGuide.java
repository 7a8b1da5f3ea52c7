package org.gatebook.server.settings;

import java.util.stream.Collectors;

/** The guide's table of settings, generated from {@link SettingsTable}. */
public final class SettingsGuide {

    private static final String HEAD = """
            # Settings

            Each setting is an environment variable; some have an option on the command line, which wins. A variable that begins
            with `GATEBOOK_` and is not in this table stops the start with a message, and so does a value that cannot be read.
            Secrets have no option, because a command line can be read by other users of the machine; no log shows them.
            Generated from `SettingsTable`; a test compares.

            | variable | option | value | default | meaning |
            |---|---|---|---|---|
            """;

    private SettingsGuide() {}

    /** The whole page, in Markdown. */
    public static String page() {
        return HEAD + SettingsTable.ALL.stream().map(SettingsGuide::row).collect(Collectors.joining("\n")) + "\n";
    }

    private static String row(Setting<?> setting) {
        String option = setting.option();
        String fallback = setting.fallback();
        return "| `%s` | %s | %s%s | %s | %s |"
                .formatted(
                        setting.name(),
                        option == null ? "" : "`" + option + "`",
                        setting.secret() ? "secret " : "",
                        setting.kind().words(),
                        fallback == null ? "" : "`" + fallback + "`",
                        setting.meaning());
    }
}
