package org.gatebook.server;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.event.EventName;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Every endpoint, where its slice is, what it sends, what can come of it and where that is tested; read from the code. */
final class EndpointTable {

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES =
            List.of("catalogue", "command-side", "query-side", "web-conventions", "server");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.gatebook");

    private record Row(String path, String method, JavaClass endpoint) {}

    /** The table in Markdown. */
    String markdown() {
        StringBuilder table =
                new StringBuilder("| endpoint | slice | command | events | test |\n|---|---|---|---|---|\n");
        rows().forEach(row -> table.append("| `")
                .append(row.method())
                .append(' ')
                .append(row.path().replace("/api/v1/organizers/{organizer}/", "…/"))
                .append("` | ")
                .append(link(row.endpoint().getFullName(), "main"))
                .append(" | ")
                .append(cell(commands(row.endpoint()).stream().map(JavaClass::getSimpleName)))
                .append(" | ")
                .append(cell(events(row).stream()))
                .append(" | ")
                .append(test(row.endpoint()))
                .append(" |\n"));
        return table.toString();
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (JavaClass endpoint : classes) {
            if (!endpoint.isAnnotatedWith(RestController.class)) {
                continue;
            }
            Class<?> type = endpoint.reflect();
            RequestMapping whole = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
            String prefix = whole == null ? "" : String.join("", whole.path());
            Set<String> seen = new HashSet<>();
            for (Method method : methods(type)) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping == null) {
                    continue;
                }
                for (String path : mapping.path().length == 0 ? new String[] {""} : mapping.path()) {
                    for (RequestMethod verb : mapping.method()) {
                        if (seen.add(verb + " " + prefix + path)) {
                            rows.add(new Row(prefix + path, verb.name(), endpoint));
                        }
                    }
                }
            }
        }
        rows.sort(Comparator.comparing(Row::path).thenComparing(Row::method));
        return rows;
    }

    private static Method[] methods(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getMethods()))
                .distinct()
                .toArray(Method[]::new);
    }

    /** The commands that the endpoint, or what stands beside it in its slice, makes. */
    private List<JavaClass> commands(JavaClass endpoint) {
        return endpoint.getPackage().getClasses().stream()
                .filter(c -> c.equals(endpoint) || !c.isAnnotatedWith(RestController.class))
                .flatMap(c -> c.getConstructorCallsFromSelf().stream())
                .map(call -> call.getTargetOwner())
                .filter(owner -> owner.isAssignableTo(AggregateCommand.class))
                .distinct()
                .sorted(Comparator.comparing(JavaClass::getSimpleName))
                .toList();
    }

    private Set<String> events(Row row) {
        if (row.endpoint().isAssignableTo(CrudEndpoint.class) && !row.method().equals("GET")) {
            return new TreeSet<>(
                    row.method().equals("DELETE")
                            ? Set.of("catalogue.resource_deleted")
                            : Set.of("catalogue.resource_changed"));
        }
        Set<String> names = new TreeSet<>();
        for (JavaClass command : commands(row.endpoint())) {
            for (JavaClass decider : deciders(command)) {
                decider.getMethods().stream()
                        .filter(m -> m.getRawParameterTypes().contains(command))
                        .forEach(m -> names.addAll(eventsMadeBy(decider, m)));
            }
        }
        return names;
    }

    private List<JavaClass> deciders(JavaClass command) {
        return classes.stream()
                .filter(c -> c.getSimpleName().endsWith("Decider"))
                .filter(c -> c.getMethods().stream()
                        .anyMatch(m -> m.getRawParameterTypes().contains(command)))
                .toList();
    }

    /** The events that a decider's method makes itself or by way of the decider's other methods. */
    private static Set<String> eventsMadeBy(JavaClass decider, JavaMethod method) {
        Set<String> names = new TreeSet<>();
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(method));
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (!seen.add(unit)) {
                continue;
            }
            unit.getConstructorCallsFromSelf().stream()
                    .map(call -> call.getTargetOwner())
                    .filter(owner -> owner.isAssignableTo(DomainEvent.class))
                    .forEach(event -> names.add(
                            event.reflect().getAnnotation(EventName.class).value()));
            unit.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTargetOwner().equals(decider))
                    .flatMap(call -> call.getTarget().resolveMember().stream())
                    .forEach(open::push);
        }
        return names;
    }

    private String test(JavaClass endpoint) {
        List<JavaClass> deciders = commands(endpoint).stream()
                .flatMap(c -> deciders(c).stream())
                .distinct()
                .toList();
        for (JavaClass decider : deciders) {
            String test = link(decider.getFullName() + "Test", "test");
            if (!test.isEmpty()) {
                return test;
            }
        }
        return MODULES.stream()
                .map(module -> ROOT.resolve(module)
                        .resolve("src/test/java")
                        .resolve(endpoint.getPackageName().replace('.', '/')))
                .filter(Files::isDirectory)
                .flatMap(EndpointTable::tests)
                .findFirst()
                .map(path -> "[" + path.getFileName().toString().replace(".java", "") + "]("
                        + ROOT.relativize(path).toString().replace('\\', '/') + ")")
                .orElse("recorded scenarios");
    }

    private static Stream<Path> tests(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith("Test.java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A link to the source of a class; empty if there is none. */
    private static String link(String className, String kind) {
        String file = className.replace('.', '/').replaceAll("\\$.*", "") + ".java";
        return MODULES.stream()
                .map(module -> Path.of(module, "src", kind, "java").resolve(file))
                .filter(path -> Files.exists(ROOT.resolve(path)))
                .findFirst()
                .map(path -> "[" + className.substring(className.lastIndexOf('.') + 1) + "](" + path + ")")
                .orElse("");
    }

    private static String cell(Stream<String> names) {
        return names.map(n -> "`" + n + "`").collect(Collectors.joining(", "));
    }
}
