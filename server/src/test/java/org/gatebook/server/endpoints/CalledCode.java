package org.gatebook.server.endpoints;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.event.EventName;
import org.gatebook.api.query.Query;
import org.gatebook.eventstore.aggregate.EventSourcedAggregateRoot;

/** What code makes on its way: the commands and questions that an endpoint sends, the events that come of a command. */
final class CalledCode {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.gatebook");

    /** Simple names of the commands and questions that a method of an endpoint makes, itself or through others. */
    Set<String> messages(Class<?> endpoint, Method handler) {
        JavaClass owner = classes.get(handler.getDeclaringClass());
        return made(
                List.of(owner.getMethod(handler.getName(), handler.getParameterTypes())),
                unit -> true,
                type -> type.isAssignableTo(AggregateCommand.class) || type.isAssignableTo(Query.class));
    }

    /** Logical names of the events that a method of an endpoint makes without any command: supporting data. */
    Set<String> events(Class<?> endpoint, Method handler) {
        JavaClass owner = classes.get(handler.getDeclaringClass());
        return names(made(
                List.of(owner.getMethod(handler.getName(), handler.getParameterTypes())),
                unit -> !unit.getOwner().isAssignableTo(EventSourcedAggregateRoot.class),
                type -> type.isAnnotatedWith(EventName.class)));
    }

    /** Logical names of the events that may come of a command of this simple name. */
    Set<String> eventsOf(String command) {
        List<JavaMethod> deciding = classes.stream()
                .filter(type -> type.getPackageName().startsWith("org.gatebook.command"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> takes(method, command))
                .toList();
        List<JavaMethod> deciders = deciding.stream()
                .filter(method -> !method.getOwner().isAssignableTo(EventSourcedAggregateRoot.class))
                .toList();
        return names(made(
                deciders.isEmpty() ? deciding : deciders,
                unit -> !takesAnother(unit, command),
                type -> type.isAssignableTo(DomainEvent.class) && type.isAnnotatedWith(EventName.class)));
    }

    /** Whether this simple name is one of a command. */
    boolean isCommand(String simpleName) {
        return classes.stream()
                .anyMatch(
                        type -> type.getSimpleName().equals(simpleName) && type.isAssignableTo(AggregateCommand.class));
    }

    private static boolean takes(JavaCodeUnit unit, String command) {
        return unit.getRawParameterTypes().stream()
                .anyMatch(type -> type.getSimpleName().equals(command) && type.isAssignableTo(AggregateCommand.class));
    }

    private static boolean takesAnother(JavaCodeUnit unit, String command) {
        return unit.getRawParameterTypes().stream()
                .anyMatch(type -> type.isRecord()
                        && type.isAssignableTo(AggregateCommand.class)
                        && !type.getSimpleName().equals(command));
    }

    private Set<String> names(Collection<String> simpleNames) {
        Set<String> names = new LinkedHashSet<>();
        for (String simpleName : simpleNames) {
            classes.stream()
                    .filter(type -> type.getSimpleName().equals(simpleName))
                    .filter(type -> type.isAnnotatedWith(EventName.class))
                    .forEach(type ->
                            names.add(type.getAnnotationOfType(EventName.class).value()));
        }
        return names;
    }

    /** Follows calls within the modules of the domain and collects what is constructed. */
    private Set<String> made(
            Collection<? extends JavaCodeUnit> beginning, Predicate<JavaCodeUnit> follow, Predicate<JavaClass> wanted) {
        Set<String> made = new LinkedHashSet<>();
        Set<JavaCodeUnit> seen = new LinkedHashSet<>(beginning);
        Deque<JavaCodeUnit> open = new ArrayDeque<>(beginning);
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.poll();
            unit.getConstructorCallsFromSelf().stream()
                    .map(call -> call.getTargetOwner())
                    .filter(wanted)
                    .forEach(type -> made.add(type.getSimpleName()));
            unit.getCallsFromSelf().stream()
                    .map(call -> call.getTarget().resolveMember())
                    .flatMap(member -> member.stream())
                    .filter(JavaCodeUnit.class::isInstance)
                    .map(JavaCodeUnit.class::cast)
                    .filter(called ->
                            called.getOwner().getPackageName().matches("org\\.gatebook\\.(command|query|catalogue).*"))
                    .filter(follow)
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return made;
    }
}
