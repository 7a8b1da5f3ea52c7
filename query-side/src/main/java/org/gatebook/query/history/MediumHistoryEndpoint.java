package org.gatebook.query.history;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_REUSABLE_MEDIA;

import org.gatebook.api.medium.MediumId;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.description.Lists;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a reusable medium, newest first. */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_REUSABLE_MEDIA, write = CAN_MANAGE_REUSABLE_MEDIA)
class MediumHistoryEndpoint {

    private final StreamHistory history;

    MediumHistoryEndpoint(StreamHistory history) {
        this.history = history;
    }

    @Asks(name = "medium", text = "The number of the medium.")
    @Answers(status = 200, text = "A page of events, the newest first.")
    @Lists(HistoryPages.class)
    @GetMapping("/api/v1/organizers/{organizer}/reusablemedia/{medium}/history/")
    Answer list(ApiRequest request, @PathVariable("medium") long medium) {
        return history.of(request, new MediumId(medium).aggregateId());
    }
}
