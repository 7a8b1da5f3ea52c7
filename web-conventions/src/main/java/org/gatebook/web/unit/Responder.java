package org.gatebook.web.unit;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.gatebook.web.access.Admission;
import org.gatebook.web.access.Negotiation;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.Content;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.error.Rejected;
import org.gatebook.web.route.ApiRoute;
import org.gatebook.web.route.Resolution;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/**
 * Finds the answer to one try of a request, in the order of the reference: address (404, 301), what the client accepts
 * (406), credentials (401), profile and permission (403), method (405), and then the handler, which reads the body last
 * (behaviour notes, orders 2.2).
 */
final class Responder {

    private final Routing routing;
    private final Admission admission;

    Responder(Routing routing, Admission admission) {
        this.routing = routing;
        this.admission = admission;
    }

    /** The answer that needs no database, if it is one of those; null when the request has to go on. */
    @Nullable
    Answer early(Exchange exchange) {
        return switch (exchange.resolution()) {
            case Resolution.Nothing nothing -> Answer.notFound();
            case Resolution.LacksSlash lacks -> lacksSlash(exchange);
            case Resolution.Found found -> early(found.route(), exchange);
        };
    }

    private @Nullable Answer early(ApiRoute route, Exchange exchange) {
        Answer refusal = exchange.path().startsWith("/api/") ? Negotiation.refusal(exchange.header("Accept")) : null;
        return refusal != null
                ? refusal
                : admission.refusalBeforeLookup(route.requirement().scope(), exchange.presented());
    }

    /** A redirect would make clients repeat a POST as GET and lose its body, so only what has none is redirected. */
    private static Answer lacksSlash(Exchange exchange) {
        String method = exchange.method();
        if (!Admission.reads(method) && !method.equals("DELETE")) {
            return Answer.notFound();
        }
        String query = exchange.servletRequest().getQueryString();
        return Answer.of(301, new Content.None())
                .with("Location", exchange.path() + "/" + (query == null ? "" : "?" + query));
    }

    /** The answer, from inside the unit. */
    Answer respond(Exchange exchange, HttpServletResponse response, Identification identification) {
        Answer early = early(exchange);
        if (early != null || !(exchange.resolution() instanceof Resolution.Found found)) {
            return early == null ? Answer.notFound() : early;
        }
        ApiRoute route = found.route();
        return switch (admission.admit(route, found.variables(), exchange.method(), exchange.presented())) {
            case Admission.Verdict.Turned turned -> turned.answer();
            case Admission.Verdict.Admitted admitted -> {
                exchange.admitted(admitted.credential());
                identification.as(admitted.credential());
                yield handled(route, exchange, response);
            }
        };
    }

    /** Tells the store who acts, as soon as it is known. */
    @FunctionalInterface
    interface Identification {
        void as(Credential credential);
    }

    private Answer handled(ApiRoute route, Exchange exchange, HttpServletResponse response) {
        HandlerMethod handler = route.handler(exchange.method());
        if (handler == null) {
            return exchange.method().equals("OPTIONS") ? options() : Answer.methodNotAllowed(exchange.method());
        }
        try {
            return routing.handlers().call(handler, route, exchange, response);
        } catch (Rejected rejected) {
            return Answer.of(rejected.error());
        }
    }

    private static Answer options() {
        return Answer.ok(Map.of(
                "renders",
                List.of("application/json"),
                "parses",
                List.of("application/json", "application/x-www-form-urlencoded", "multipart/form-data")));
    }
}
