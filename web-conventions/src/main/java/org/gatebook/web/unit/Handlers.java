package org.gatebook.web.unit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.form.ApiText;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.PageGenerated;
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

    private final Map<HandlerMethod, Call> calls = new HashMap<>();
    private final Supplier<Instant> pageClock;
    private final Standpoint standpoint;
    private final Predicate<Instant> lost;

    private record Call(InvocableHandlerMethod method, boolean pageGenerated, Standpoint.Declared standpoint) {}

    Handlers(
            RouteTable routes,
            RequestMappingHandlerAdapter adapter,
            Supplier<Instant> pageClock,
            Standpoint standpoint,
            Predicate<Instant> lost) {
        this.standpoint = standpoint;
        this.pageClock = pageClock;
        this.lost = lost;
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
                    calls.put(
                            handler,
                            new Call(
                                    call,
                                    handler.hasMethodAnnotation(PageGenerated.class),
                                    Standpoint.Declared.of(handler)));
                }
            }
        }
    }

    /** Runs a handler; a path variable that cannot be what the handler expects (an id that is no number) is a 404. */
    Answer call(HandlerMethod handler, ApiRoute route, Exchange exchange, HttpServletResponse response) {
        Call call = calls.get(handler);
        if (call == null) {
            throw new IllegalStateException("not a handler of the API: " + handler);
        }
        HttpServletRequest request = exchange.servletRequest();
        request.setAttribute(EXCHANGE, exchange);
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, route.pattern());
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, exchange.variables());
        if (call.pageGenerated()) {
            exchange.follow(lost);
        }
        return standpoint.answer(call.standpoint(), exchange, () -> answer(call, request, response));
    }

    private Answer answer(Call call, HttpServletRequest request, HttpServletResponse response) {
        try {
            if (!call.pageGenerated()) {
                return invoke(call.method(), request, response);
            }
            String generated = ApiText.moment(pageClock.get());
            Answer answer = invoke(call.method(), request, response);
            return answer.status() == 200 ? answer.with("X-Page-Generated", generated) : answer;
        } catch (MethodArgumentTypeMismatchException e) {
            return Answer.notFound();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a handler failed: " + call.method(), e);
        }
    }

    private static Answer invoke(
            InvocableHandlerMethod method, HttpServletRequest request, HttpServletResponse response) throws Exception {
        Object answer = method.invokeForRequest(new ServletWebRequest(request, response), new ModelAndViewContainer());
        if (answer instanceof Answer given) {
            return given;
        }
        throw new IllegalStateException("no answer from " + method);
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
