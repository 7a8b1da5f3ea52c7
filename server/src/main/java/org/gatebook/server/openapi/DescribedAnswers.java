package org.gatebook.server.openapi;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;

/** What an operation may be answered: what all of its kind are, and what its handler says of itself. */
final class DescribedAnswers {

    private static final Set<String> PLACES = Set.of("organizer", "event");
    private static final String BUSY =
            "The server has too much to do, or somebody else changes the same thing. Ask again after `Retry-After`"
                    + " seconds.";

    private final TreeMap<Integer, String> texts = new TreeMap<>();
    private final boolean pageGenerated;

    private DescribedAnswers(boolean pageGenerated) {
        this.pageGenerated = pageGenerated;
    }

    /**
     * The answers of an operation.
     *
     * @param variables of its path
     * @param writes whether it may change something
     * @param readsBody whether it reads a body
     * @param filtered whether it is a list with filters
     * @param pageGenerated whether it says from which moment to ask for changes
     * @param own what its handler says
     */
    static DescribedAnswers of(
            ApiResource declared,
            Set<String> variables,
            boolean writes,
            boolean readsBody,
            boolean filtered,
            boolean pageGenerated,
            List<Answers> own) {
        DescribedAnswers answers = new DescribedAnswers(pageGenerated);
        boolean door = declared.door() || declared.scope() == Scope.DEVICE;
        if (readsBody) {
            answers.say(
                    400, "A value of the body is wrong: an object that names it, with a list of sentences for each.");
            answers.say(415, "The body is neither JSON nor a form.");
        } else if (filtered) {
            answers.say(400, "A parameter is no date, no number or names nothing: an object that names it.");
        }
        if (declared.scope() != Scope.OPEN) {
            answers.say(401, "There is no credential, or it is not a valid one.");
            answers.say(
                    403,
                    "The organizer or event is not there, or the credential may not do this; a device's security"
                            + " profile may forbid it too.");
        }
        if (!PLACES.containsAll(variables)) {
            answers.say(404, "What the path names is not there.");
        }
        if (writes && !door) {
            answers.say(
                    409,
                    "A request with the same `X-Idempotency-Key` is under way, or others change the same thing all the"
                            + " time. Ask again after `Retry-After` seconds.");
        }
        answers.say(503, BUSY);
        own.forEach(answer -> answers.say(answer.status(), answer.text()));
        return answers;
    }

    private void say(int status, String text) {
        texts.merge(status, text, (usual, more) -> usual + " Or: " + more);
    }

    /** As the description of the API wants them. */
    ApiResponses responses() {
        ApiResponses responses = new ApiResponses();
        texts.forEach((status, text) -> responses.addApiResponse(Integer.toString(status), response(status, text)));
        if (texts.firstKey() >= 400) {
            responses.addApiResponse("default", response(200, "The resource."));
        }
        return responses;
    }

    private ApiResponse response(int status, String text) {
        ApiResponse response = new ApiResponse()
                .description(text)
                .content(new Content().addMediaType("application/json", new MediaType().schema(new ObjectSchema())));
        if (pageGenerated && status == 200) {
            response.addHeaderObject(
                    "X-Page-Generated",
                    new Header()
                            .description("The moment from which to ask for changes the next time: none is missed then.")
                            .schema(new StringSchema().format("date-time")));
        }
        return response;
    }
}
