package org.gatebook.server.cli;

import java.util.HashMap;
import java.util.Map;
import org.gatebook.server.settings.ServerSettings;
import org.gatebook.server.settings.Setting;
import org.gatebook.server.settings.SettingsTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The settings as given to this process: variables, and options that every command takes from the settings' table. */
final class GivenSettings {

    private final Map<String, String> environment;
    private final Map<String, String> options = new HashMap<>();

    GivenSettings(Map<String, String> environment) {
        this.environment = environment;
    }

    void addOptionsTo(CommandSpec command) {
        for (Setting<?> setting : SettingsTable.ALL) {
            String option = setting.option();
            if (option != null) {
                command.addOption(option(option, setting));
            }
        }
    }

    /** @throws org.gatebook.server.settings.SettingsException if they cannot be used */
    ServerSettings read() {
        return ServerSettings.read(environment, options);
    }

    /**
     * The settings of a command that an operator watches: its log is for people unless they chose otherwise.
     *
     * @throws org.gatebook.server.settings.SettingsException if they cannot be used
     */
    ServerSettings readForCommand() {
        Map<String, String> plain = new HashMap<>(environment);
        plain.putIfAbsent(SettingsTable.LOG.name(), "plain");
        return ServerSettings.read(plain, options);
    }

    private OptionSpec option(String name, Setting<?> setting) {
        String fallback = setting.fallback();
        return OptionSpec.builder(name)
                .type(setting.flag() ? boolean.class : String.class)
                .arity(setting.flag() ? "0" : "1")
                .paramLabel("VALUE")
                .description(setting.meaning().replace("%", "%%")
                        + (fallback == null || setting.flag() ? "" : " Default: " + fallback + "."))
                .setter(new Keep(setting.name()))
                .build();
    }

    /** Puts what the parser found where the settings are read from. */
    private final class Keep implements picocli.CommandLine.Model.ISetter {

        private final String name;

        Keep(String name) {
            this.name = name;
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the parser's interface
        public <T> T set(T value) {
            // The parser first resets every option to nothing.
            if (value != null && !Boolean.FALSE.equals(value)) {
                options.put(name, value.toString());
            }
            return value;
        }
    }
}
