package org.gatebook.web.unit;

import java.util.List;
import java.util.function.Supplier;
import org.gatebook.eventstore.AsOf;
import org.gatebook.eventstore.streaming.Followers;
import org.gatebook.eventstore.streaming.Followers.Behind;
import org.gatebook.web.access.Admission;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.AboutThePast;
import org.gatebook.web.request.Follows;
import org.gatebook.web.request.PointsInTime;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;

/**
 * From where in the log a reading request looks: at the present, which must not be older than the client knows it to be, or
 * at a point of the past. The one home of both, for all endpoints (ADR 0036 and 0037).
 */
public final class Standpoint {

    /** What a write answers with: the position of its last event. */
    static final String POSITION = "X-Gatebook-Position";

    /** What a client sends who wants to see that. */
    static final String MIN_POSITION = "X-Gatebook-Min-Position";

    private final SingletonSupplier<Followers> followers;
    private final PointsInTime points;

    /**
     * @param followers empty where no projections follow the log
     * @param points of the past, as requests name them
     */
    public Standpoint(SingletonSupplier<Followers> followers, PointsInTime points) {
        this.followers = followers;
        this.points = points;
    }

    /**
     * What a handler's declarations say of it.
     *
     * @param projections that it reads
     * @param aboutThePast whether it also answers about the past
     */
    record Declared(List<String> projections, boolean aboutThePast) {

        static Declared of(HandlerMethod handler) {
            Follows follows = handler.getMethodAnnotation(Follows.class);
            return new Declared(
                    follows == null ? List.of() : List.of(follows.value()),
                    handler.hasMethodAnnotation(AboutThePast.class));
        }
    }

    /** The answer of a handler from where the request wants to look. */
    Answer answer(Declared declared, Exchange exchange, Supplier<Answer> handler) {
        if (!Admission.reads(exchange.method())) {
            return handler.get();
        }
        try {
            awaitOwnWrites(declared, exchange);
            AsOf then = declared.aboutThePast() ? asked(exchange) : null;
            return then == null
                    ? handler.get()
                    : points.reads().read(then, () -> {
                        exchange.standAt(then.moment());
                        return handler.get();
                    });
        } catch (Behind behind) {
            return Answer.detail(503, "The server has not read the log up to there yet. Please try again.")
                    .with("Retry-After", "1");
        }
    }

    private void awaitOwnWrites(Declared declared, Exchange exchange) {
        String text = exchange.header(MIN_POSITION);
        Followers following = text == null ? null : followers.get();
        if (text == null || following == null) {
            return;
        }
        Long position = PointsInTime.number(text);
        if (position == null) {
            throw ApiError.detail(400, MIN_POSITION + " is not the position of an event.")
                    .rejected();
        }
        if (position > following.newest()) {
            throw ApiError.detail(400, MIN_POSITION + " is beyond the end of the log.")
                    .rejected();
        }
        following.await(declared.projections(), position);
    }

    private @Nullable AsOf asked(Exchange exchange) {
        String moment = exchange.query().get(AboutThePast.MOMENT);
        String position = exchange.query().get(AboutThePast.POSITION);
        if (moment == null && position == null) {
            return null;
        }
        if (moment != null && position != null) {
            throw ApiError.field(AboutThePast.MOMENT, "Name a moment or a position, not both.")
                    .rejected();
        }
        return position != null
                ? points.position(AboutThePast.POSITION, position)
                : points.moment(AboutThePast.MOMENT, String.valueOf(moment));
    }
}
