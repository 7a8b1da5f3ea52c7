package org.gatebook.query.history.diff;

import java.util.function.Supplier;
import org.gatebook.eventstore.AsOf;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.PointsInTime;
import org.jspecify.annotations.Nullable;

/** From where to where a request wants to know what is different. */
final class Span {

    static final String FROM = "from";
    static final String TO = "to";

    static final String MEANING_OF_FROM =
            "The earlier point: the position of an event, after which the resource is looked at, or a moment. `0` is"
                    + " before everything.";
    static final String MEANING_OF_TO = "The later point, likewise; now if left out.";

    static final String MEANING_OF_PAGE = "Of the events between, as in every list.";

    private final PointsInTime points;
    private final AsOf from;
    private final @Nullable AsOf to;

    private Span(PointsInTime points, AsOf from, @Nullable AsOf to) {
        this.points = points;
        this.from = from;
        this.to = to;
    }

    /** What the address says; 400 if it names no points, or the later one first. */
    static Span of(ApiRequest request, PointsInTime points) {
        String first = request.query().get(FROM);
        String second = request.query().get(TO);
        if (first == null) {
            throw ApiError.field(FROM, "This field is required.").rejected();
        }
        AsOf from = point(points, FROM, first);
        if (second == null) {
            return new Span(points, from, null);
        }
        AsOf to = point(points, TO, second);
        if (isLater(from, to, PointsInTime.isPosition(first) || PointsInTime.isPosition(second))) {
            throw ApiError.field(FROM, "This is later than the other point.").rejected();
        }
        return new Span(points, from, to);
    }

    private static AsOf point(PointsInTime points, String parameter, String text) {
        return PointsInTime.isPosition(text) ? points.position(parameter, text) : points.moment(parameter, text);
    }

    /** A position is as late as its event; two moments may both lie between the same events. */
    private static boolean isLater(AsOf from, AsOf to, boolean positionAmongThem) {
        return from.position() > to.position()
                || (!positionAmongThem && from.moment().isAfter(to.moment()));
    }

    AsOf from() {
        return from;
    }

    /** Null for now. */
    @Nullable
    AsOf to() {
        return to;
    }

    /** Whether an event happened between the two points. */
    boolean contains(long position) {
        return position > from.position() && (to == null || position <= to.position());
    }

    /** Asks at the earlier point. */
    <T> T before(Supplier<T> work) {
        return points.reads().read(from, work);
    }

    /** Asks at the later point. */
    <T> T after(Supplier<T> work) {
        return to == null ? work.get() : points.reads().read(to, work);
    }
}
