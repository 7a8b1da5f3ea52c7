package org.gatebook.server.openapi;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.crud.ServesResource;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.description.Declared;
import org.gatebook.web.filter.ListDeclaration;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.FormSchema;
import org.gatebook.web.form.type.FieldDescription;
import org.gatebook.web.form.type.Mode;
import org.gatebook.web.page.PageAsked;
import org.gatebook.web.request.AboutThePast;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.web.method.HandlerMethod;

/** What a handler says of its requests, by its annotations or by the resource that its endpoint serves. */
public final class DescribedRequest {

    private static final String MANY = "createAll";
    private static final Set<String> WRITING = Set.of("create", MANY, "change", "replace", "copy");

    private final Method handler;
    private final @Nullable Resource resource;

    /** @param beans where the endpoint is found */
    public DescribedRequest(HandlerMethod handler, BeanFactory beans) {
        this.handler = handler.getMethod();
        this.resource = ServesResource.class.isAssignableFrom(handler.getBeanType())
                ? ((ServesResource) beans.getBean(handler.getBeanType())).resource()
                : null;
    }

    /** Whether it says what its body is, that there is none included. */
    public boolean saysBody() {
        return form() != null || Declared.readsFile(handler);
    }

    /** Whether it says what its list is. */
    public boolean saysList() {
        return Declared.list(handler) != null || listed() != null;
    }

    private @Nullable Form form() {
        Form declared = Declared.form(handler);
        return declared == null && resource != null && WRITING.contains(handler.getName()) ? resource.form() : declared;
    }

    private @Nullable Resource listed() {
        return handler.getName().equals("list") ? resource : null;
    }

    /** The body; null when none is read. */
    @Nullable
    RequestBody body(Mode mode) {
        if (Declared.readsFile(handler)) {
            return content("*/*", Map.of("type", "string", "format", "binary"));
        }
        Form form = form();
        if (form == null || form.describe().isEmpty()) {
            return null;
        }
        Map<String, Object> one = FormSchema.of(form, mode);
        boolean many = Declared.readsEach(handler) || handler.getName().equals(MANY);
        return content("application/json", many ? Map.of("type", "array", "items", one) : one);
    }

    private static RequestBody content(String mediaType, Map<String, Object> schema) {
        return new RequestBody().content(new Content().addMediaType(mediaType, new MediaType().schema(schema(schema))));
    }

    /** What the handler reads of the query by itself, and by what a list is narrowed, ordered and paged. */
    List<Parameter> parameters(Set<String> variables) {
        List<Parameter> parameters = new ArrayList<>();
        ListDeclaration list = Declared.list(handler);
        Resource served = listed();
        if (list != null) {
            parameters.addAll(parameters(list.describe(), list.orders()));
        } else if (served != null) {
            parameters.addAll(parameters(served.parameters(), served.orders()));
        }
        if (handler.isAnnotationPresent(AboutThePast.class)) {
            parameters.add(parameter(AboutThePast.MOMENT, Map.of("type", "string", "format", "date-time"))
                    .description("The answer as it was at this moment."));
            parameters.add(parameter(AboutThePast.POSITION, Map.of("type", "integer", "minimum", 0))
                    .description("The answer as it was after the event at this position of the log."));
        }
        for (Asks asked : Declared.parameters(handler)) {
            if (!variables.contains(asked.name())) {
                parameters.add(parameter(asked.name(), schema(asked)).description(asked.text()));
            }
        }
        return parameters;
    }

    private static Map<String, Object> schema(Asks asked) {
        Map<String, Object> one = new LinkedHashMap<>(Map.of("type", "string"));
        if (asked.choices().length > 0) {
            one.put("enum", List.of(asked.choices()));
        }
        return asked.several() ? Map.of("type", "array", "items", one) : one;
    }

    /** What the handler says of a variable of its path; null when nothing. */
    @Nullable
    String variable(String name) {
        return Declared.parameters(handler).stream()
                .filter(asked -> asked.name().equals(name))
                .map(Asks::text)
                .findFirst()
                .orElse(null);
    }

    /** What the handler says of its own answers. */
    List<Answers> answers() {
        return Declared.answers(handler);
    }

    private static List<Parameter> parameters(List<FieldDescription> filters, List<String> orders) {
        List<Parameter> parameters = new ArrayList<>();
        filters.forEach(filter -> parameters.add(
                parameter(filter.name(), FormSchema.of(filter.type())).description(filter.text())));
        if (!orders.isEmpty()) {
            parameters.add(parameter("ordering", Map.of("type", "string"))
                    .description("Names separated by commas, with a minus sign for the other direction: "
                            + String.join(", ", orders) + "."));
        }
        parameters.add(
                parameter("page", Map.of("type", "string")).description("Number of the page, from 1, or `last`."));
        parameters.add(parameter("page_size", Map.of("type", "integer", "maximum", PageAsked.LARGEST))
                .description("Entries of a page; 50 unless said otherwise."));
        return parameters;
    }

    private static Parameter parameter(String name, Map<String, Object> schema) {
        return new QueryParameter().name(name).schema(schema(schema));
    }

    private static Schema<?> schema(Map<String, Object> schema) {
        return Json31.mapper().convertValue(schema, JsonSchema.class);
    }
}
