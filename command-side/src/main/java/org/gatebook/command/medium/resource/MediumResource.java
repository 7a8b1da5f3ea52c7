package org.gatebook.command.medium.resource;

import org.gatebook.api.medium.MediumExpansion;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumQuery.ShowMedium;
import org.gatebook.api.medium.MediumView;
import org.gatebook.api.query.Links;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.ApiRequest;
import org.springframework.stereotype.Component;

/** The medium that a request is about, as the query side shows it. */
@Component
public class MediumResource {

    private final Questions questions;

    MediumResource(Questions questions) {
        this.questions = questions;
    }

    /** What the client wants to see whole, and therefore cannot write (behaviour notes, reusable media 2.4). */
    public static MediumExpansion expansion(ApiRequest request) {
        return MediumExpansion.of(
                request.query().all("expand"), new Links(request.links().origin()));
    }

    /**
     * Ends the request with 404 if its organizer has no such medium: that is said before anything about the body.
     *
     * @throws org.gatebook.web.error.Rejected with 404
     */
    public void require(MediumId medium, ApiRequest request) {
        if (questions
                .ask(new ShowMedium(medium, request.organizer(), MediumExpansion.NONE))
                .isEmpty()) {
            throw ApiError.notFound().rejected();
        }
    }

    /** The medium after what this request did to it, in the form that the client asked for. */
    public MediumView shown(MediumId medium, ApiRequest request) {
        return questions
                .ask(new ShowMedium(medium, request.organizer(), expansion(request)))
                .orElseThrow();
    }
}
