package org.gatebook.server.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Variables of paths. Handlers take most of them from the request and not as arguments, so nobody else names them. */
final class PathVariables {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)[:}]");

    private static final Map<String, String> USUAL = Map.of(
            "organizer", "The slug of the organizer.",
            "event", "The slug of the event.",
            "address", "The number of the resource, or the code by which it is known.");

    private PathVariables() {}

    /** The names of the variables of a path. */
    static Set<String> of(String path) {
        Set<String> names = new LinkedHashSet<>();
        Matcher variable = VARIABLE.matcher(path);
        while (variable.find()) {
            names.add(variable.group(1));
        }
        return names;
    }

    /** Adds those that an operation lacks, and says of all of them what is known. */
    static void complete(Operation operation, Set<String> names, DescribedRequest request) {
        for (String name : names) {
            Parameter parameter = find(operation, name);
            if (parameter == null) {
                parameter = new PathParameter().name(name).schema(text());
                operation.addParametersItem(parameter);
            }
            String said = request.variable(name);
            parameter.setDescription(said == null ? USUAL.get(name) : said);
        }
    }

    private static @Nullable Parameter find(Operation operation, String name) {
        return operation.getParameters() == null
                ? null
                : operation.getParameters().stream()
                        .filter(parameter -> "path".equals(parameter.getIn()) && name.equals(parameter.getName()))
                        .findFirst()
                        .orElse(null);
    }

    private static JsonSchema text() {
        JsonSchema text = new JsonSchema();
        text.addType("string");
        return text;
    }
}
