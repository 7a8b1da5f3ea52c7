package org.gatebook.web.unit;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.route.ApiRoute;
import org.gatebook.web.route.RouteTable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.DefaultDataBinderFactory;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Calls handler methods with Spring MVC's argument resolvers, without its dispatcher: the route is already known, the
 * answer is a value, and a repeated try must not run a servlet filter chain a second time.
 */
final class Handlers {

    private static final String EXCHANGE = Handlers.class.getName() + ".exchange";

    private final Map<HandlerMethod, InvocableHandlerMethod> calls = new HashMap<>();

    Handlers(RouteTable routes, RequestMappingHandlerAdapter adapter) {
        HandlerMethodArgumentResolverComposite resolvers = new HandlerMethodArgumentResolverComposite();
        resolvers.addResolver(new ApiRequestArgument());
        List<HandlerMethodArgumentResolver> standard = adapter.getArgumentResolvers();
        resolvers.addResolvers(standard == null ? List.of() : standard);
        WebDataBinderFactory binders = new DefaultDataBinderFactory(adapter.getWebBindingInitializer());
        for (ApiRoute route : routes.routes()) {
            for (String method : route.methods()) {
                HandlerMethod handler = route.handler(method);
                if (handler != null) {
                    InvocableHandlerMethod call = new InvocableHandlerMethod(handler);
                    call.setHandlerMethodArgumentResolvers(resolvers);
                    call.setDataBinderFactory(binders);
                    calls.put(handler, call);
                }
            }
        }
    }

    /** Runs a handler; a path variable that cannot be what the handler expects (an id that is no number) is a 404. */
    Answer call(HandlerMethod handler, ApiRoute route, Exchange exchange, HttpServletResponse response) {
        InvocableHandlerMethod call = calls.get(handler);
        if (call == null) {
            throw new IllegalStateException("not a handler of the API: " + handler);
        }
        var request = exchange.servletRequest();
        request.setAttribute(EXCHANGE, exchange);
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, route.pattern());
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, exchange.variables());
        try {
            Object answer =
                    call.invokeForRequest(new ServletWebRequest(request, response), new ModelAndViewContainer());
            if (answer instanceof Answer given) {
                return given;
            }
            throw new IllegalStateException("no answer from " + handler);
        } catch (MethodArgumentTypeMismatchException e) {
            return Answer.notFound();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a handler failed: " + handler, e);
        }
    }

    private static final class ApiRequestArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == ApiRequest.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return request.getAttribute(EXCHANGE, NativeWebRequest.SCOPE_REQUEST);
        }
    }
}
