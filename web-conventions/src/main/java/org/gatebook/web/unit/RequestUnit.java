package org.gatebook.web.unit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.Entered;
import org.gatebook.eventstore.Entered.Idempotency;
import org.gatebook.eventstore.Entered.StoredAnswer;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.web.access.Admission;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.RenderedAnswer;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.client.Origin;
import org.gatebook.web.client.Origins;
import org.gatebook.web.config.HttpSettings;
import org.gatebook.web.request.IncomingBody;
import org.gatebook.web.route.Resolution;
import org.gatebook.web.route.RouteTable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One request is one transaction (design, section 2). This filter is the whole way of a request to the API: read the
 * body, wait for a turn, open the unit, repeat a stored answer or find a new one, commit, and only then write to the
 * client. Below it nothing writes to the response, so a try that collided can be repeated.
 */
public final class RequestUnit implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestUnit.class);

    private final TransactionalUnit units;
    private final Routing routing;
    private final Responder responder;
    private final Origins origins;
    private final Turnstile turnstile;
    private final RequestTimers timers;
    private final AccessLog accessLog;
    private final long maxBody;

    /** @param metrics where requests are counted */
    public RequestUnit(
            TransactionalUnit units,
            Routing routing,
            Admission admission,
            HttpSettings settings,
            MeterRegistry metrics) {
        this.units = units;
        this.routing = routing;
        this.responder = new Responder(routing, admission);
        this.origins = new Origins(settings);
        this.turnstile = new Turnstile(settings.concurrency(), settings.patience());
        this.timers = new RequestTimers(metrics);
        this.accessLog = new AccessLog(settings.accessLog());
        this.maxBody = settings.maxBody();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
            return;
        }
        long began = System.nanoTime();
        Origin origin = origins.of(http);
        MDC.put("request", origin.requestId());
        try {
            Resolution resolution = routing.routes().resolve(http.getRequestURI());
            RenderedAnswer rendered = answer(http, answer, origin, resolution);
            ResponseHead.write(answer, rendered, origin);
            long nanos = System.nanoTime() - began;
            timers.record(http.getMethod(), resolution, rendered.status(), nanos);
            accessLog.line(http.getMethod(), resolution, rendered.status(), nanos);
        } finally {
            MDC.remove("request");
        }
    }

    private RenderedAnswer answer(
            HttpServletRequest http, HttpServletResponse response, Origin origin, Resolution resolution)
            throws IOException {
        IncomingBody body = IncomingBody.read(http, maxBody);
        if (body == null) {
            return rendered(Answer.detail(413, "The request body is too large."), resolution);
        }
        Exchange exchange = new Exchange(http, origin, body, resolution);
        String key = exchange.openingKey();
        if (key == null) {
            Answer early = responder.early(exchange);
            if (early != null) {
                return rendered(early, resolution);
            }
        }
        if (!turnstile.enter()) {
            return rendered(Refusals.overloaded(exchange), resolution);
        }
        try {
            return key == null && exchange.onlyReads() ? read(exchange, response) : write(exchange, response, key);
        } catch (TransactionalUnit.RetriesExhausted e) {
            return rendered(Refusals.collided(exchange), resolution);
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                LOG.warn("the database did not answer", e);
                return rendered(Refusals.overloaded(exchange), resolution);
            }
            LOG.error("a request failed: {} {}", exchange.method(), AccessLog.name(resolution), e);
            return rendered(Refusals.broken(exchange), resolution);
        } finally {
            turnstile.leave();
        }
    }

    private RenderedAnswer read(Exchange exchange, HttpServletResponse response) {
        Opening opening = new Opening(exchange.organizerOrNull(), exchange.eventOrNull(), null);
        return units.read(opening, entered -> {
            exchange.begin(entered);
            return rendered(responder.respond(exchange, response, credential -> {}), exchange.resolution());
        });
    }

    private RenderedAnswer write(Exchange exchange, HttpServletResponse response, @Nullable String key) {
        Opening opening = new Opening(
                exchange.organizerOrNull(),
                exchange.eventOrNull(),
                key == null ? null : StoredAnswers.key(exchange.authorization(), key));
        return units.write(opening, audit(exchange), new Try(exchange, response, key));
    }

    private static AuditContext audit(Exchange exchange) {
        Origin origin = exchange.origin();
        return new AuditContext(
                null,
                exchange.organizerOrNull(),
                exchange.eventOrNull(),
                RouteTable.channel(exchange.path()),
                origin.requestId(),
                origin.requestId(),
                origin.clientAddress());
    }

    private static RenderedAnswer rendered(Answer answer, Resolution resolution) {
        return RenderedAnswer.of(ResponseHead.complete(answer, resolution));
    }

    /** One or more tries of the same write. */
    private final class Try implements TransactionalUnit.Work<RenderedAnswer> {

        private final Exchange exchange;
        private final HttpServletResponse response;
        private final @Nullable String key;

        Try(Exchange exchange, HttpServletResponse response, @Nullable String key) {
            this.exchange = exchange;
            this.response = response;
            this.key = key;
        }

        @Override
        public Ending<RenderedAnswer> run(Entered entered) {
            if (key != null && entered.idempotency() instanceof Idempotency.Stored stored) {
                return Ending.unchanged(StoredAnswers.open(stored.answer(), exchange.authorization(), key));
            }
            if (entered.idempotency() instanceof Idempotency.Busy) {
                return Ending.unchanged(rendered(Refusals.busyKey(exchange), exchange.resolution()));
            }
            exchange.begin(entered);
            Answer answer = responder.respond(exchange, response, this::identify);
            if (exchange.onlyAsksForKey()) {
                return Ending.unchanged(rendered(answer, exchange.resolution()));
            }
            return answer.commits()
                    ? Ending.done(() -> rendered(placed(answer), exchange.resolution()))
                    : Ending.refused(rendered(answer, exchange.resolution()));
        }

        /** Whoever reads elsewhere what this has written says that it was written up to there. */
        private Answer placed(Answer answer) {
            long position = units.storedUpTo();
            return position == 0 ? answer : answer.with(Standpoint.POSITION, Long.toString(position));
        }

        private void identify(Credential credential) {
            AuditContext.Actor actor = switch (credential) {
                case Credential.TeamToken token ->
                    new AuditContext.Actor("team_token", Long.toString(token.id()), token.name());
                case Credential.Device device ->
                    new AuditContext.Actor("device", Long.toString(device.id()), device.name());
                // Who sends no credentials is known to the endpoint, if to anybody: it says so itself.
                case Credential.Anonymous anonymous -> null;
            };
            if (actor != null) {
                units.identify(units.audit().by(actor));
            }
        }

        @Override
        public @Nullable StoredAnswer toStore(RenderedAnswer answer) {
            return key != null && answer.isRemembered()
                    ? StoredAnswers.seal(answer, exchange.authorization(), key)
                    : null;
        }
    }
}
