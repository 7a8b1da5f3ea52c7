package org.gatebook.web.unit;

import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.gatebook.web.route.RouteTable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The routes and their handlers, read when every controller exists: filters are made before the controllers are, and
 * must not pull them in.
 */
public final class Routing implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping mapping;
    private final RequestMappingHandlerAdapter adapter;
    private final Supplier<Instant> pageClock;
    private final Standpoint standpoint;
    private final Predicate<Instant> lost;
    private @Nullable Ready ready;

    private record Ready(RouteTable routes, Handlers handlers) {}

    /**
     * @param pageClock what {@code X-Page-Generated} shows; asked before a page is read
     * @param standpoint from where handlers that read look at the log
     * @param lost whether who followed a list up to a moment may know of things that are lost
     */
    public Routing(
            RequestMappingHandlerMapping mapping,
            RequestMappingHandlerAdapter adapter,
            Supplier<Instant> pageClock,
            Standpoint standpoint,
            Predicate<Instant> lost) {
        this.standpoint = standpoint;
        this.pageClock = pageClock;
        this.lost = lost;
        this.mapping = mapping;
        this.adapter = adapter;
    }

    @Override
    public void afterSingletonsInstantiated() {
        RouteTable routes = RouteTable.of(mapping.getHandlerMethods());
        ready = new Ready(routes, new Handlers(routes, adapter, pageClock, standpoint, lost));
    }

    /** Every route of the API. */
    public RouteTable routes() {
        return ready().routes();
    }

    Handlers handlers() {
        return ready().handlers();
    }

    private Ready ready() {
        Ready present = ready;
        if (present == null) {
            throw new IllegalStateException("a request came before the controllers were there");
        }
        return present;
    }
}
