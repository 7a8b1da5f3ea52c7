package org.gatebook.server.endpoints;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatebook.web.route.ApiRoute;
import org.springframework.web.method.HandlerMethod;

/** The README's table: endpoint, slice, what it sends, what comes of it, where that is tested. */
public final class EndpointTable {

    private static final Map<String, String> MODULES = Map.of(
            "command", "command-side", "query", "query-side", "catalogue", "catalogue", "web", "web-conventions");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String ORGANIZER = "/api/v1/organizers/{organizer}/";

    private final CalledCode code = new CalledCode();
    private final Path root;

    /** @param root of the project */
    public EndpointTable(Path root) {
        this.root = root;
    }

    /** The table in Markdown, a line an endpoint. */
    public String of(Collection<ApiRoute> routes) {
        List<String> lines = new ArrayList<>();
        lines.add("| endpoint | slice | sends | events | test |");
        lines.add("|---|---|---|---|---|");
        routes.stream().sorted(Comparator.comparing(ApiRoute::pattern)).forEach(route -> {
            Map<String, List<String>> rows = new LinkedHashMap<>();
            METHODS.stream()
                    .filter(route.methods()::contains)
                    .forEach(method -> rows.computeIfAbsent(row(route, method), row -> new ArrayList<>())
                            .add(method));
            rows.forEach((row, methods) -> lines.add("| " + String.join(", ", methods) + row));
        });
        return String.join("\n", lines) + "\n";
    }

    /** All of a line but the methods, which those with the same line share. */
    private String row(ApiRoute route, String method) {
        HandlerMethod handler = route.handler(method);
        Class<?> endpoint = handler.getBeanType();
        Set<String> sent = code.messages(endpoint, handler.getMethod());
        Set<String> events = new LinkedHashSet<>(code.events(endpoint, handler.getMethod()));
        sent.stream().filter(code::isCommand).forEach(command -> events.addAll(code.eventsOf(command)));
        String path = route.pattern().startsWith(ORGANIZER)
                ? "…/" + route.pattern().substring(ORGANIZER.length())
                : route.pattern();
        return " `%s` | [%s](%s) | %s | %s | %s |"
                .formatted(
                        path,
                        endpoint.getSimpleName(),
                        source(endpoint),
                        method.equals("GET") ? words(sent, 2) : words(sent, 3),
                        method.equals("GET") ? "" : words(events, 4),
                        tests(route, endpoint, sent));
    }

    private static String words(Collection<String> words, int most) {
        String shown = words.stream()
                .sorted()
                .limit(most)
                .map(word -> "`" + word + "`")
                .collect(Collectors.joining(", "));
        return words.size() > most ? shown + " …" : shown;
    }

    private static Path folder(Class<?> endpoint, String kind) {
        String[] parts = endpoint.getPackageName().split("\\.");
        return Path.of(MODULES.get(parts[2]), "src", kind, "java").resolve(String.join("/", parts));
    }

    private String source(Class<?> endpoint) {
        Path file = folder(endpoint, "main").resolve(outermost(endpoint).getSimpleName() + ".java");
        if (!Files.exists(root.resolve(file))) {
            throw new IllegalStateException("no source of " + endpoint + " at " + file);
        }
        return file.toString();
    }

    private static Class<?> outermost(Class<?> type) {
        return type.getEnclosingClass() == null ? type : outermost(type.getEnclosingClass());
    }

    /** Tests that name what is sent, else those beside the slice, else those that ask for the path. */
    private String tests(ApiRoute route, Class<?> endpoint, Set<String> sent) {
        Path beside = root.resolve(folder(endpoint, "test"));
        Path module = root.resolve(root.relativize(beside).subpath(0, 4));
        List<Path> found = tests(module, test -> sent.stream().anyMatch(text(test)::contains));
        if (found.isEmpty()) {
            found = tests(beside, test -> true);
        }
        if (found.isEmpty()) {
            String segment = lastLiteral(route.pattern());
            found = tests(module, test -> text(test).matches("(?s).*[\"/]" + segment + "[\"/].*"));
        }
        return found.stream()
                .map(test ->
                        "[%s](%s)".formatted(test.getFileName().toString().replace(".java", ""), root.relativize(test)))
                .collect(Collectors.joining(", "));
    }

    private static String lastLiteral(String pattern) {
        List<String> literals = Arrays.stream(pattern.split("/"))
                .filter(segment -> !segment.isEmpty() && !segment.startsWith("{"))
                .toList();
        return literals.getLast();
    }

    private static List<Path> tests(Path folder, Predicate<Path> wanted) {
        return testsBelow(folder).filter(wanted).sorted().limit(2).toList();
    }

    private static Stream<Path> testsBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
