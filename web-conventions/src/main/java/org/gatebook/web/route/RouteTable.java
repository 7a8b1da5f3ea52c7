package org.gatebook.web.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * Every route below {@code /api/} and {@code /pretixdroid/}, read once from the annotated controllers. Building it
 * fails, and with it the start of the server, where a route declares no permission, where two controllers disagree
 * about a path, or where a path cannot do what its declaration promises.
 */
public final class RouteTable {

    private final RouteTree tree = new RouteTree();
    private final List<ApiRoute> routes = new ArrayList<>();

    private RouteTable() {}

    /** Whether the request unit, and so this table, is responsible for a path. */
    public static boolean covers(String path) {
        return path.startsWith("/api/") || isPretixdroid(path);
    }

    /** How audit metadata calls the way that a request to this path came. */
    public static String channel(String path) {
        return isPretixdroid(path) ? "pretixdroid" : "rest";
    }

    /** Whether the old apps' API lies at a path. */
    public static boolean isPretixdroid(String path) {
        return path.startsWith("/pretixdroid/");
    }

    /**
     * Reads the mappings of Spring MVC.
     *
     * @throws IllegalStateException naming every handler that breaks a rule
     */
    public static RouteTable of(Map<RequestMappingInfo, HandlerMethod> mappings) {
        Map<String, Draft> drafts = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        mappings.forEach((info, handler) -> {
            for (String pattern : info.getPatternValues()) {
                if (covers(pattern)) {
                    read(pattern, info, handler, drafts, faults);
                }
            }
        });
        if (!faults.isEmpty()) {
            faults.sort(null);
            throw new IllegalStateException("routes that cannot be served:\n  " + String.join("\n  ", faults));
        }
        ProfileRules profiles = ProfileRules.load();
        RouteTable table = new RouteTable();
        for (Draft draft : drafts.values()) {
            ApiRoute route = new ApiRoute(draft.pattern, draft.template, draft.requirement, draft.handlers, profiles);
            table.routes.add(route);
            table.tree.add(route);
        }
        return table;
    }

    /** A path while its handlers are being collected. */
    private record Draft(
            String pattern, PathTemplate template, Requirement requirement, Map<String, HandlerMethod> handlers) {}

    private static void read(
            String pattern,
            RequestMappingInfo info,
            HandlerMethod handler,
            Map<String, Draft> drafts,
            List<String> faults) {
        String where = pattern + " (" + handler.getShortLogMessage() + ")";
        ApiResource declared = declaration(handler);
        if (declared == null) {
            faults.add(where + ": declares no @ApiResource");
            return;
        }
        PathTemplate template;
        try {
            template = PathTemplate.of(pattern);
        } catch (IllegalArgumentException e) {
            faults.add(where + ": " + e.getMessage());
            return;
        }
        Requirement requirement = Requirement.of(declared);
        needs(requirement.scope(), template).forEach(name -> faults.add(where + ": has no variable {" + name + "}"));
        if (info.getMethodsCondition().getMethods().isEmpty()) {
            faults.add(where + ": names no method");
        }
        if (!Answer.class.isAssignableFrom(handler.getMethod().getReturnType())) {
            faults.add(where + ": does not return an Answer");
        }
        Draft draft = drafts.computeIfAbsent(
                template.anonymous(), path -> new Draft(pattern, template, requirement, new HashMap<>()));
        if (!draft.requirement.equals(requirement)) {
            faults.add(where + ": requires something else than another controller of the same path");
        }
        if (!names(draft.template).equals(names(template))) {
            faults.add(where + ": names its variables otherwise than another controller of the same path");
        }
        for (RequestMethod method : info.getMethodsCondition().getMethods()) {
            if (draft.handlers.put(method.name(), handler.createWithResolvedBean()) != null) {
                faults.add(where + ": a second handler of " + method);
            }
        }
    }

    private static @Nullable ApiResource declaration(HandlerMethod handler) {
        ApiResource own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), ApiResource.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), ApiResource.class);
    }

    private static List<String> needs(Scope scope, PathTemplate template) {
        List<String> needed = switch (scope) {
            case OPEN, CREDENTIAL, DEVICE -> List.of();
            case ORGANIZER -> List.of("organizer");
            case EVENT -> List.of("organizer", "event");
        };
        return needed.stream().filter(name -> !template.names(name)).toList();
    }

    private static List<String> names(PathTemplate template) {
        return template.segments().stream()
                .filter(PathTemplate.Segment::variable)
                .map(PathTemplate.Segment::text)
                .toList();
    }

    /** What a path leads to, encoded as the client sent it. */
    public Resolution resolve(String path) {
        return tree.resolve(path);
    }

    /** Every route, by path. */
    public Collection<ApiRoute> routes() {
        return List.copyOf(routes);
    }
}
