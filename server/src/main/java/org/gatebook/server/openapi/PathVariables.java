package org.gatebook.server.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.PathParameter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables of paths. Handlers take most of them from the request and not as arguments, so nobody else names them. */
final class PathVariables {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private PathVariables() {}

    /** Adds those that an operation of this path lacks. */
    static void complete(String path, PathItem item) {
        item.readOperations().forEach(operation -> {
            Matcher variable = VARIABLE.matcher(path);
            while (variable.find()) {
                if (!has(operation, variable.group(1))) {
                    operation.addParametersItem(
                            new PathParameter().name(variable.group(1)).schema(text()));
                }
            }
        });
    }

    private static boolean has(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> "path".equals(parameter.getIn()) && name.equals(parameter.getName()));
    }

    private static JsonSchema text() {
        JsonSchema text = new JsonSchema();
        text.addType("string");
        return text;
    }
}
