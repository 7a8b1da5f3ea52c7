package org.gatebook.query.history.diff;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_REUSABLE_MEDIA;

import java.util.Optional;
import org.gatebook.api.medium.MediumExpansion;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumQuery.ShowMedium;
import org.gatebook.eventstore.Questions;
import org.gatebook.query.history.ReachedStreams;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.PointsInTime;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is different about a medium between two points. */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_REUSABLE_MEDIA, write = CAN_MANAGE_REUSABLE_MEDIA)
class MediumDiffEndpoint {

    private final Questions questions;
    private final PointsInTime points;
    private final ReachedStreams streams;

    MediumDiffEndpoint(Questions questions, PointsInTime points, ReachedStreams streams) {
        this.questions = questions;
        this.points = points;
        this.streams = streams;
    }

    @Asks(name = "medium", text = "The number of the medium.")
    @Asks(name = Span.FROM, text = Span.MEANING_OF_FROM)
    @Asks(name = Span.TO, text = Span.MEANING_OF_TO)
    @Asks(name = "page", text = Span.MEANING_OF_PAGE)
    @Asks(name = "page_size", text = Span.MEANING_OF_PAGE)
    @Answers(status = 200, text = Diff.MEANING)
    @GetMapping("/api/v1/organizers/{organizer}/reusablemedia/{medium}/diff/")
    Answer show(ApiRequest request, @PathVariable("medium") long number) {
        MediumId medium = new MediumId(number);
        return Diff.of(
                request,
                Span.of(request, points),
                () -> Optional.of(medium.aggregateId()),
                () -> questions.ask(new ShowMedium(medium, request.organizer(), MediumExpansion.NONE)),
                streams::of);
    }
}
