package org.gatebook.server;

import java.util.Map;
import org.gatebook.server.settings.SettingsTable.Log;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemProperties;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The log on standard output. It is set up before anything else, because the database is opened before Spring starts;
 * Spring's own set-up is switched off.
 */
final class Logs {

    private static final String PLAIN_PATTERN = "%d{HH:mm:ss.SSS} %-5level %-36logger{36} %msg%n%wEx";

    private Logs() {}

    static void begin(Log form, LogLevel level) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "log",
                        switch (form) {
                            case JSON ->
                                Map.of(
                                        "logging.structured.format.console",
                                        "ecs",
                                        "logging.structured.ecs.service.name",
                                        "gatebook",
                                        "logging.structured.ecs.service.version",
                                        Build.version());
                            case PLAIN -> Map.of("logging.pattern.console", PLAIN_PATTERN);
                        }));
        LoggingSystem system = LoggingSystem.get(Logs.class.getClassLoader());
        new LoggingSystemProperties(environment).apply();
        system.beforeInitialize();
        system.initialize(new LoggingInitializationContext(environment), null, null);
        system.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, level);
        system.setLogLevel("org.gatebook", level == LogLevel.WARN ? LogLevel.WARN : LogLevel.INFO);
        // It names the address with all parameters, and says nothing that an operator needs.
        system.setLogLevel("org.flywaydb", LogLevel.WARN);
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    }
}
