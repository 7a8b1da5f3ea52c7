package org.gatebook.server;

import java.util.List;
import java.util.Map;
import org.gatebook.server.settings.SettingsTable.Log;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemProperties;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The log on standard output. It is set up before anything else, because the database is opened before Spring starts;
 * Spring's own set-up is switched off.
 */
final class Logs {

    private static final String PLAIN_PATTERN = "%d{HH:mm:ss.SSS} %-5level %-36logger{36} %msg%n%wEx";

    private static final List<String> START_TELLERS = List.of(
            "org.springframework.boot.SpringApplication",
            "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter",
            "org.springframework.boot.autoconfigure.logging.ConditionEvaluationReportLogger",
            "org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext");

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
        // A process that runs several commands (a test) may have logged in another form before.
        System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
        System.clearProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
        LoggingSystem system = LoggingSystem.get(Logs.class.getClassLoader());
        new LoggingSystemProperties(environment).apply();
        system.cleanUp();
        system.beforeInitialize();
        system.initialize(new LoggingInitializationContext(environment), null, null);
        system.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, level);
        system.setLogLevel("org.gatebook", level == LogLevel.WARN ? LogLevel.WARN : LogLevel.INFO);
        // What ends a start is said once, by the command line.
        for (String teller : START_TELLERS) {
            system.setLogLevel(teller, LogLevel.OFF);
        }
        // Flyway names the address with all parameters and warns of what is as it should be; springdoc greets.
        system.setLogLevel("org.flywaydb", LogLevel.ERROR);
        system.setLogLevel("org.springdoc", LogLevel.ERROR);
        system.setLogLevel("io.zonky", LogLevel.WARN);
        // The pool is closed after Tomcat has stopped, on purpose; Tomcat takes its threads for forgotten ones.
        system.setLogLevel("org.apache.catalina.loader", LogLevel.ERROR);
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    }
}
