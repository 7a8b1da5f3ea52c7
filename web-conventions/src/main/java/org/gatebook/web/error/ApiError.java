package org.gatebook.web.error;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.decision.Refusal;

/**
 * An answer that says no. Three shapes exist and clients compare them, so each has its own factory: an object with a
 * {@code detail} (who asks, what is not there, actions), a map of fields (bodies and filters), a bare list (rules that
 * belong to no field). Source: behaviour notes, gift cards 0.2 to 0.4, orders 1.7.
 *
 * @param status of the answer, 4xx or 5xx
 * @param body maps, lists and strings to be written as JSON
 * @param headers beyond the usual ones
 */
public record ApiError(int status, Object body, Map<String, String> headers) {

    public ApiError {
        headers = Map.copyOf(headers);
    }

    /** {@code {"detail": text}}. */
    public static ApiError detail(int status, String text) {
        return new ApiError(status, Map.of("detail", text), Map.of());
    }

    /** 400 with these errors in the shape of the body. */
    public static ApiError fields(FieldErrors errors) {
        return fields(400, errors);
    }

    /** These errors in the shape of the body, under another status than 400. */
    public static ApiError fields(int status, FieldErrors errors) {
        return new ApiError(status, errors.toJson(), Map.of());
    }

    /** 400 with {@code {name: [text]}}. */
    public static ApiError field(String name, String text) {
        return fields(FieldErrors.field(name, text));
    }

    /** 400 with {@code [text, ...]}. */
    public static ApiError list(String... texts) {
        return new ApiError(400, List.of(texts), Map.of());
    }

    /** 404: what the request names is not there for whoever asks. */
    public static ApiError notFound() {
        return detail(404, "Not found.");
    }

    /** 404: the list has no such page. */
    public static ApiError invalidPage() {
        return detail(404, "Invalid page.");
    }

    /** 415: a body in a language that nobody here reads. */
    public static ApiError unsupportedMediaType(String mediaType) {
        return detail(415, "Unsupported media type \"" + mediaType + "\" in request.");
    }

    /**
     * A refusal in its usual shape: a map when it names a field (whose dotted path becomes nested), otherwise a bare
     * list for 400 and an object with a detail for everything else. Actions answer {@linkplain #ofAction otherwise}.
     */
    public static ApiError of(Refusal refusal) {
        int status = switch (refusal.kind()) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
        };
        String field = refusal.field();
        if (field != null) {
            return fields(status, at(field, refusal.text()));
        }
        return status == 400 ? list(refusal.text()) : detail(status, refusal.text());
    }

    /**
     * What an action on a resource answers to a refusal (behaviour notes, orders 1.7): as usual when it names a field,
     * otherwise an object with a detail whatever the status.
     */
    public static ApiError ofAction(Refusal refusal) {
        return refusal.field() == null && refusal.kind() == Refusal.Kind.INVALID
                ? detail(400, refusal.text())
                : of(refusal);
    }

    /** The same answer with one header more. */
    public ApiError with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiError(status, body, more);
    }

    /** To be thrown where reading a request ends before any decision. */
    public Rejected rejected() {
        return new Rejected(this);
    }

    private static FieldErrors at(String path, String text) {
        FieldErrors errors = FieldErrors.texts(text);
        String[] steps = path.split("\\.", -1);
        for (int index = steps.length - 1; index >= 0; index--) {
            errors = new FieldErrors.Members(Map.of(steps[index], errors));
        }
        return errors;
    }
}
