package org.gatebook.query.medium;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_REUSABLE_MEDIA;

import org.gatebook.api.medium.MediumExpansion;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumQuery.ShowMedium;
import org.gatebook.api.query.Links;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.request.AboutThePast;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One medium (documents, reusable media). */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_REUSABLE_MEDIA, write = CAN_MANAGE_REUSABLE_MEDIA)
class MediumDetailEndpoint {

    private final MediumAnswers media;

    MediumDetailEndpoint(MediumAnswers media) {
        this.media = media;
    }

    @Asks(name = "id", text = "The number of the medium.")
    @Asks(
            name = "expand",
            text = MediumExpansion.MEANING,
            choices = {"linked_giftcard", "linked_giftcard.owner_ticket", "linked_orderposition", "customer"},
            several = true)
    @Answers(status = 200, text = "The medium.")
    @AboutThePast
    @GetMapping("/api/v1/organizers/{organizer}/reusablemedia/{id}/")
    Answer show(ApiRequest request, @PathVariable("id") long number) {
        MediumExpansion expansion = MediumExpansion.of(
                request.query().all("expand"), new Links(request.links().origin()));
        return media.show(new ShowMedium(new MediumId(number), request.organizer(), expansion))
                .map(Answer::ok)
                .orElseGet(Answer::notFound);
    }
}
