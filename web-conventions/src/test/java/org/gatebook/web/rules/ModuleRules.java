package org.gatebook.web.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What the modules may know of each other, and what the deciding code may know at all. Checks whatever of Gatebook is on
 * the class path of the test that calls it: the server's, for all of it.
 */
public final class ModuleRules {

    private static final Pattern PURE = Pattern.compile("[A-Z]\\w*(Decider|State|Fold)");

    private static final DescribedPredicate<JavaClass> ARE_PURE = DescribedPredicate.describe(
            "are deciders, states or folds of the domain", type -> isDomain(type) && isPure(type));

    private ModuleRules() {}

    /** Checks every rule on the production classes below {@code org.gatebook}. */
    public static void check() {
        // The rules look at our classes and at names of others: reading all of Spring from its jars takes half a
        // minute.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("org.gatebook");
        all().forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }

    /** The rules, each with its reason. */
    public static List<ArchRule> all() {
        return List.of(
                contractsArePure(),
                storeKnowsNoDomain(),
                storeKnowsNoHttp(),
                conventionsKnowNoDomain(),
                catalogueSupports(),
                commandsDoNotAsk(),
                queriesDoNotCommand(),
                decidingIsPure(),
                decidingHasNoClock());
    }

    static ArchRule contractsArePure() {
        return classes()
                .that()
                .resideInAPackage("org.gatebook.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.gatebook.api..", "java..", "com.fasterxml.jackson.annotation..", "org.jspecify..")
                .because("contracts are what every side can read, whatever it is built with");
    }

    static ArchRule storeKnowsNoDomain() {
        return noClasses()
                .that()
                .resideInAPackage("org.gatebook.eventstore..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "belong to a domain or to another module", ModuleRules::isForeignToTheStore))
                .because("the event store could be published alone");
    }

    private static boolean isForeignToTheStore(JavaClass type) {
        String name = type.getPackageName();
        boolean contract = name.equals("org.gatebook.api")
                || List.of("event", "personal", "decision", "command", "query", "money", "installation", "erasure")
                        .stream()
                        .anyMatch(part -> name.equals("org.gatebook.api." + part));
        return name.startsWith("org.gatebook.") && !name.startsWith("org.gatebook.eventstore") && !contract;
    }

    static ArchRule storeKnowsNoHttp() {
        return noClasses()
                .that()
                .resideInAPackage("org.gatebook.eventstore..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "org.springframework.http..")
                .because("command line and jobs store events too");
    }

    static ArchRule conventionsKnowNoDomain() {
        return noClasses()
                .that()
                .resideInAPackage("org.gatebook.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.gatebook.catalogue..",
                        "org.gatebook.command..",
                        "org.gatebook.query..",
                        "org.gatebook.server..")
                .because("conventions are the same for every resource");
    }

    static ArchRule catalogueSupports() {
        return noClasses()
                .that()
                .resideInAPackage("org.gatebook.catalogue..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.gatebook.command..", "org.gatebook.query..", "org.gatebook.server..")
                .because("supporting data does not know what it supports");
    }

    static ArchRule commandsDoNotAsk() {
        return noClasses()
                .that()
                .resideInAPackage("org.gatebook.command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.gatebook.query..", "org.gatebook.server..")
                .because("the sides talk in messages of the contracts only");
    }

    static ArchRule queriesDoNotCommand() {
        return noClasses()
                .that()
                .resideInAPackage("org.gatebook.query..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.gatebook.command..", "org.gatebook.server..")
                .because("the sides talk in messages of the contracts only");
    }

    static ArchRule decidingIsPure() {
        return noClasses()
                .that(ARE_PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "org.axonframework..", "java.sql..", "javax.sql..", "java.security..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .because("the same events and the same command must always give the same decision");
    }

    static ArchRule decidingHasNoClock() {
        return noClasses()
                .that(ARE_PURE)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .because("time and ids come with the command");
    }

    private static boolean isDomain(JavaClass type) {
        return type.getPackageName().startsWith("org.gatebook.command")
                || type.getPackageName().startsWith("org.gatebook.query");
    }

    /** By name, so that the domain needs no annotation; what is nested in a pure class is pure. */
    private static boolean isPure(JavaClass type) {
        for (String name :
                type.getFullName().substring(type.getPackageName().length() + 1).split("\\$", -1)) {
            if (PURE.matcher(name).matches()) {
                return true;
            }
        }
        return false;
    }
}
