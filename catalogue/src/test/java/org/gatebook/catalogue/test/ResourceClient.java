package org.gatebook.catalogue.test;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.eventstore.Entered;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.Content;
import org.gatebook.web.error.Rejected;

/**
 * A client of one declared resource, each call a request of its own.
 *
 * @param path the variables of the address
 */
public record ResourceClient(CatalogueNode node, CrudEndpoint endpoint, Map<String, String> path) {

    /** Of a resource of this organizer. */
    public static ResourceClient of(CatalogueNode node, CrudEndpoint endpoint, String organizer) {
        return new ResourceClient(node, endpoint, Map.of("organizer", organizer));
    }

    /** Of a resource of this event. */
    public static ResourceClient of(CatalogueNode node, CrudEndpoint endpoint, String organizer, String event) {
        return new ResourceClient(node, endpoint, Map.of("organizer", organizer, "event", event));
    }

    /** POST. */
    public Map<String, Object> create(String json) {
        return write(json, asked -> ((CrudEndpoint.Created) endpoint).create(asked, path));
    }

    /** PATCH. */
    public Map<String, Object> change(Object address, String json) {
        return write(json, asked -> ((CrudEndpoint.Changed) endpoint).change(asked, address.toString(), path));
    }

    /** PUT. */
    public Map<String, Object> replace(Object address, String json) {
        return write(json, asked -> ((CrudEndpoint.Changed) endpoint).replace(asked, address.toString(), path));
    }

    /** DELETE. */
    public void delete(Object address) {
        node.write(
                organizer(),
                entered -> ((CrudEndpoint.Deleted) endpoint)
                        .delete(asked(entered, "{}", ""), address.toString(), path)
                        .status());
    }

    /** GET of one. */
    public Map<String, Object> detail(Object address, String query) {
        return node.read(
                organizer(),
                entered -> json(
                        ((CrudEndpoint.Read) endpoint).detail(asked(entered, "{}", query), address.toString(), path)));
    }

    /** The rows of a page. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> list(String query) {
        return node.read(organizer(), entered -> (List<Map<String, Object>>)
                Objects.requireNonNull(json(((CrudEndpoint.Listed) endpoint).list(asked(entered, "{}", query), path))
                        .get("results")));
    }

    /** What the client is told when a call is refused; null when it is not. */
    public static Object refusal(ThrowingCallable call) {
        Rejected rejected = catchThrowableOfType(Rejected.class, call);
        return rejected == null ? null : rejected.error().body();
    }

    /** The body of an answer. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> json(Answer answer) {
        Object value = answer.content() instanceof Content.LateJson late
                ? late.value().get()
                : ((Content.Json) answer.content()).value();
        return new LinkedHashMap<>((Map<String, Object>) value);
    }

    /** A request with this body and these parameters. */
    public Asked asked(Entered entered, String json, String query) {
        Asked asked = Asked.with(entered, organizer(), json).of(query);
        return path.containsKey("event") ? asked.in(path.get("event")) : asked;
    }

    private Map<String, Object> write(String json, Function<Asked, Answer> call) {
        return node.writeLater(organizer(), path.get("event"), entered -> {
            Answer answer = call.apply(asked(entered, json, ""));
            return () -> json(answer);
        });
    }

    private String organizer() {
        return Objects.requireNonNull(path.get("organizer"));
    }
}
