package org.gatebook.query.history.diff;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatebook.eventstore.AsOf;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.history.reason.Steps;
import org.gatebook.query.history.sentence.Told;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.answer.RenderedAnswer;
import org.gatebook.web.page.Page;
import org.gatebook.web.page.PageAsked;
import org.gatebook.web.request.ApiRequest;
import tools.jackson.databind.JsonNode;

/**
 * What is different about a resource between two points.
 *
 * @param resource its stream, for example {@code order:100123}
 * @param changes field by field; those of a resource that was not there are all its fields
 * @param events what happened in between, the newest first: a page like that of any list
 */
@JsonPropertyOrder({"resource", "from", "to", "changes", "events"})
record Diff(String resource, Point from, Point to, List<FieldChange> changes, Object events) {

    /** Of the answers, in the description of the API. */
    static final String MEANING =
            "What is different, field by field, and a page of the events between, the newest first.";

    /**
     * A point in time.
     *
     * @param position of the last event before it that the answer knows of
     */
    @JsonPropertyOrder({"position", "moment"})
    record Point(long position, Instant moment) {
        static Point of(AsOf point) {
            return new Point(point.position(), point.moment());
        }
    }

    /**
     * The difference of a resource, as an answer; 404 if it is at neither point.
     *
     * @param find what the resource is, its stream
     * @param show what it answers, of a stream that was found
     * @param story all events that have to do with it
     */
    static Answer of(
            ApiRequest request,
            Span span,
            Supplier<Optional<String>> find,
            Supplier<? extends Optional<?>> show,
            Function<String, Collection<RecordedEvent>> story) {
        Optional<String> late = span.after(find);
        Optional<String> found = late.isPresent() ? late : span.before(find);
        JsonNode before = span.before(() -> json(show.get()));
        JsonNode after = span.after(() -> json(show.get()));
        if (found.isEmpty() || (before.isEmpty() && after.isEmpty())) {
            return Answer.notFound();
        }
        List<Told> events = Steps.tell(story.apply(found.get()), event -> span.contains(event.position()));
        Page<Told> page = Page.of(events, PageAsked.of(request.query()));
        return Answer.ok(new Diff(
                found.get(),
                Point.of(span.from()),
                end(request, span, events),
                JsonDifference.between(before, after),
                page.toJson(request.pageLinks())));
    }

    private static Point end(ApiRequest request, Span span, List<Told> events) {
        AsOf to = span.to();
        if (to != null) {
            return Point.of(to);
        }
        return new Point(
                events.isEmpty() ? span.from().position() : events.getFirst().position(), request.now());
    }

    /** As the client would read it; what is not there has no fields. */
    private static JsonNode json(Optional<?> shown) {
        return shown.map(value -> ApiJson.mapper()
                        .readTree(RenderedAnswer.of(Answer.ok(value)).body()))
                .orElseGet(() -> ApiJson.mapper().createObjectNode());
    }
}
