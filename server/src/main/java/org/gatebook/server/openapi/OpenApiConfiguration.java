package org.gatebook.server.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.server.Build;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.form.type.Mode;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.PageGenerated;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** The description of the API that other programs read, made from the controllers and what they declare. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

    private static final String TOKENS = "token";
    private static final Set<RequestMethod> WITH_BODY =
            Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH);

    static {
        // Both are ours and say nothing to a client: the whole request, the whole answer.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(ApiRequest.class).addResponseWrapperToIgnore(Answer.class);
    }

    @Bean
    OpenAPI gatebookApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Gatebook")
                        .version(Build.version())
                        .description("Orders, gift cards, reusable media and check-in, as pretix made them a standard.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKENS,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("Authorization")
                                        .description("`Token ...` of a team, or `Device ...` of a device")));
    }

    @Bean
    OperationCustomizer declaredOperations(BeanFactory beans) {
        return (operation, handler) -> describe(operation, handler, new DescribedRequest(handler, beans));
    }

    private static Operation describe(Operation operation, HandlerMethod handler, DescribedRequest request) {
        ApiResource declared = declaration(handler);
        RequestMethod method = method(handler);
        if (declared == null || method == null) {
            return operation;
        }
        Permission[] needed = method == RequestMethod.GET ? declared.read() : declared.write();
        operation.setDescription(
                needed.length == 0
                        ? "Needs no permission beyond being there."
                        : "Needs " + Arrays.stream(needed).map(Permission::word).collect(Collectors.joining(" or "))
                                + ".");
        String place = handler.getBeanType().getPackageName().replaceFirst(".*\\.(command|query|catalogue|web)\\.", "");
        operation.setTags(List.of(place.replaceFirst("\\..*", "")));
        operation.setOperationId(handler.getBeanType().getSimpleName().replaceFirst("Endpoint$", "") + "."
                + handler.getMethod().getName());
        if (declared.scope() != Scope.OPEN) {
            operation.addSecurityItem(new SecurityRequirement().addList(TOKENS));
        }
        if (WITH_BODY.contains(method)) {
            operation.setRequestBody(request.body(Mode.of(method.name())));
        }
        Set<String> variables = PathVariables.of(path(handler));
        List<Parameter> parameters = request.parameters(variables);
        boolean filtered = !parameters.isEmpty();
        parameters.forEach(operation::addParametersItem);
        if (method != RequestMethod.GET) {
            operation.addParametersItem(new HeaderParameter()
                    .name("X-Idempotency-Key")
                    .description("Any text of the client's choice: whatever is sent again with it within a day gets the"
                            + " stored answer and changes nothing.")
                    .schema(new StringSchema()));
        }
        PathVariables.complete(operation, variables, request);
        operation.setResponses(DescribedAnswers.of(
                        declared,
                        variables,
                        method != RequestMethod.GET,
                        operation.getRequestBody() != null,
                        filtered,
                        AnnotatedElementUtils.hasAnnotation(handler.getMethod(), PageGenerated.class),
                        request.answers())
                .responses());
        return operation;
    }

    private static String path(HandlerMethod handler) {
        var ofType = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), RequestMapping.class);
        var ofMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return first(ofType) + first(ofMethod);
    }

    private static String first(@Nullable RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? "" : mapping.path()[0];
    }

    private static @Nullable ApiResource declaration(HandlerMethod handler) {
        ApiResource own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), ApiResource.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), ApiResource.class);
    }

    private static @Nullable RequestMethod method(HandlerMethod handler) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping == null || mapping.method().length == 0 ? null : mapping.method()[0];
    }
}
