package org.gatebook.web.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.route.RouteTable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Lists every route of a running application and what it declares. Looks at Spring's mappings by itself and not at the
 * {@link RouteTable}, so that a route that the table overlooked is found too.
 */
public final class DeclaredRoutes {

    private DeclaredRoutes() {}

    /**
     * One line a route: method, path, scope, who may read, who may write.
     *
     * @throws AssertionError naming every route of the API that declares nothing
     */
    public static List<String> of(ApplicationContext context) {
        TreeSet<String> routes = new TreeSet<>();
        List<String> undeclared = new ArrayList<>();
        for (RequestMappingInfoHandlerMapping mapping :
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                for (String path : info.getPatternValues()) {
                    if (RouteTable.covers(path)) {
                        add(path, info, handler, routes, undeclared);
                    }
                }
            });
        }
        if (!undeclared.isEmpty()) {
            throw new AssertionError("routes without a declared permission: " + undeclared);
        }
        return List.copyOf(routes);
    }

    private static void add(
            String path, RequestMappingInfo info, HandlerMethod handler, TreeSet<String> routes, List<String> faults) {
        ApiResource own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), ApiResource.class);
        ApiResource declared = own != null
                ? own
                : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), ApiResource.class);
        if (declared == null) {
            faults.add(path + " (" + handler.getShortLogMessage() + ")");
            return;
        }
        info.getMethodsCondition()
                .getMethods()
                .forEach(method -> routes.add("%s %s %s %s %s"
                        .formatted(
                                path,
                                method,
                                declared.scope(),
                                Arrays.toString(declared.read()),
                                Arrays.toString(declared.write()))));
    }
}
