package org.gatebook.web.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.decision.Refusal;
import org.gatebook.web.error.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * What a controller returns: a value, written to the client only after the transaction has been committed. An answer
 * below 400 commits what happened; any other drops it, unless it {@linkplain #keepingEvents keeps events}.
 *
 * <p>Immutable; the {@code with} methods return changed copies.
 */
public final class Answer {

    private final int status;
    private final Content content;
    private final List<Header> headers;
    private final boolean keepsEvents;

    private Answer(int status, Content content, List<Header> headers, boolean keepsEvents) {
        this.status = status;
        this.content = content;
        this.headers = headers;
        this.keepsEvents = keepsEvents;
    }

    /** One line of the answer's head. */
    public record Header(String name, String value) {}

    /** 200 with this value as JSON. */
    public static Answer ok(Object value) {
        return of(200, new Content.Json(value));
    }

    /** 200 with what the supplier yields once the request's events are stored and projected: the answer of a write. */
    public static Answer okLater(Supplier<?> value) {
        return of(200, new Content.LateJson(value));
    }

    /** 201 with this value as JSON. */
    public static Answer created(Object value) {
        return of(201, new Content.Json(value));
    }

    /** 201, as {@link #okLater}. */
    public static Answer createdLater(Supplier<?> value) {
        return of(201, new Content.LateJson(value));
    }

    /** 204. */
    public static Answer noContent() {
        return of(204, new Content.None());
    }

    /** Any status with any content. */
    public static Answer of(int status, Content content) {
        return new Answer(status, content, List.of(), false);
    }

    /** Any status with a value as JSON: the three error shapes are an object of field errors, a list, or a detail. */
    public static Answer json(int status, Object value) {
        return of(status, new Content.Json(value));
    }

    /** Any status with {@code {"detail": text}}. */
    public static Answer detail(int status, String text) {
        return json(status, Map.of("detail", text));
    }

    /** 404 {@code {"detail": "Not found."}}. */
    public static Answer notFound() {
        return detail(404, "Not found.");
    }

    /**
     * 405 from a handler that exists only to refuse.
     *
     * @param what the method, or the words that the reference puts in its place, for example
     *     {@code Gift cards cannot be deleted.}
     */
    public static Answer methodNotAllowed(String what) {
        return detail(405, "Method \"" + what + "\" not allowed.");
    }

    /** The answer to a decision: the given one if it was accepted, else the refusal in its shape. */
    public static <R> Answer decided(Decision<R> decision, Function<? super R, Answer> accepted) {
        return decided(decision, accepted, ApiError::of);
    }

    /** The same for an action on a resource, whose refusals have {@linkplain ApiError#ofAction another shape}. */
    public static <R> Answer acted(Decision<R> decision, Function<? super R, Answer> accepted) {
        return decided(decision, accepted, ApiError::ofAction);
    }

    private static <R> Answer decided(
            Decision<R> decision, Function<? super R, Answer> accepted, Function<Refusal, ApiError> shape) {
        return switch (decision) {
            case Decision.Accepted<R> done -> accepted.apply(done.result());
            case Decision.Refused<R> refused -> {
                Answer answer = of(shape.apply(refused.refusal()));
                yield refused.eventsKept() ? answer.keepingEvents() : answer;
            }
        };
    }

    /** A refusal in its usual shape. */
    public static Answer refusal(Refusal refusal) {
        return of(ApiError.of(refusal));
    }

    /** An error in whichever of the three shapes it has. */
    public static Answer of(ApiError error) {
        Answer answer = json(error.status(), error.body());
        for (Map.Entry<String, String> header : error.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    /** The same answer with one more line in its head. */
    public Answer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, content, List.copyOf(more), keepsEvents);
    }

    /** The same answer, and whatever its status: what happened is committed. */
    public Answer keepingEvents() {
        return new Answer(status, content, headers, true);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What it contains. */
    public Content content() {
        return content;
    }

    /** Lines of the head in the order they were added. */
    public List<Header> headers() {
        return headers;
    }

    /** The value of a header; null when there is none. */
    public @Nullable String header(String name) {
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return null;
    }

    /** Whether the events of the request are committed. */
    public boolean commits() {
        return status < 400 || keepsEvents;
    }
}
