package org.gatebook.command.medium.delete;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_REUSABLE_MEDIA;

import org.gatebook.api.medium.MediumId;
import org.gatebook.command.medium.resource.MediumResource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Refuses to delete a medium, in the reference's words; an unknown one is unknown first (behaviour notes 2.6). */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_REUSABLE_MEDIA, write = CAN_MANAGE_REUSABLE_MEDIA)
class DeleteMediumEndpoint {

    private final MediumResource media;

    DeleteMediumEndpoint(MediumResource media) {
        this.media = media;
    }

    @Asks(name = "id", text = "The number of the medium.")
    @Answers(status = 405, text = "Always: media cannot be deleted.")
    @DeleteMapping("/api/v1/organizers/{organizer}/reusablemedia/{id}/")
    Answer delete(ApiRequest request, @PathVariable("id") long number) {
        media.require(new MediumId(number), request);
        return Answer.methodNotAllowed("Media cannot be deleted.");
    }
}
