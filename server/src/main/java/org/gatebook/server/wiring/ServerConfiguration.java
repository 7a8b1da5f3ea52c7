package org.gatebook.server.wiring;

import org.gatebook.eventstore.config.EventStoreConfiguration;
import org.gatebook.server.openapi.OpenApiConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** Everything: the components of the modules, found below the root package, and what holds them together. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
// Full names: components are private to their packages, so two of them may well be called the same.
@ComponentScan(
        basePackages = {
            "org.gatebook.catalogue",
            "org.gatebook.command",
            "org.gatebook.query",
            "org.gatebook.server.demo",
            "org.gatebook.server.health"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Import({
    CheckpointConfiguration.class,
    ReplayConfiguration.class,
    DatabaseConfiguration.class,
    EventStoreConfiguration.class,
    KeptPast.class,
    LifecycleConfiguration.class,
    MailConfiguration.class,
    OpenApiConfiguration.class,
    RetentionConfiguration.class,
    ServerTables.class
})
public class ServerConfiguration {}
