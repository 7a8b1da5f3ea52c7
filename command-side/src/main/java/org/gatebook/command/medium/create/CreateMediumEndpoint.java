package org.gatebook.command.medium.create;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_REUSABLE_MEDIA;

import org.gatebook.api.catalogue.CustomerReference;
import org.gatebook.api.catalogue.OrganizerCatalogue;
import org.gatebook.api.medium.MediumCommand.CreateMedium;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumExpansion;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumOrigin;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.medium.resource.ClientJson;
import org.gatebook.command.medium.resource.MediumForm;
import org.gatebook.command.medium.resource.MediumResource;
import org.gatebook.command.medium.resource.NewMedia;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.description.Reads;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Brings a medium into being (behaviour notes, reusable media 2.5). */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_REUSABLE_MEDIA, write = CAN_MANAGE_REUSABLE_MEDIA)
class CreateMediumEndpoint {

    private final MediumForm form;
    private final NewMedia media;
    private final OrganizerCatalogue catalogue;
    private final MediumResource resource;

    CreateMediumEndpoint(MediumForm form, NewMedia media, OrganizerCatalogue catalogue, MediumResource resource) {
        this.form = form;
        this.media = media;
        this.catalogue = catalogue;
        this.resource = resource;
    }

    @Asks(
            name = "expand",
            text = MediumExpansion.MEANING,
            choices = {"linked_giftcard", "linked_giftcard.owner_ticket", "linked_orderposition", "customer"},
            several = true)
    @Answers(status = 201, text = "The medium, with its new card where the organizer has those made automatically.")
    @Answers(status = 400, text = MediumForm.IDENTIFIER_TAKEN)
    @Reads(MediumForm.class)
    @PostMapping("/api/v1/organizers/{organizer}/reusablemedia/")
    Answer create(ApiRequest request) {
        Parsed body = form.read(request);
        MediumId id = new MediumId(request.clientId());
        CreateMedium command = new CreateMedium(
                id,
                request.organizer(),
                body.get(MediumForm.TYPE),
                Personal.bearer(id.subject(), body.get(MediumForm.IDENTIFIER)),
                details(id, body),
                MediumOrigin.CREATED);
        return Answer.decided(
                media.create(command, catalogue.mediaSettings(request.organizer()), request.now()),
                created -> Answer.createdLater(() -> resource.shown(created, request)));
    }

    private static MediumDetails details(MediumId id, Parsed body) {
        CustomerReference customer = body.find(MediumForm.CUSTOMER);
        String notes = body.find(MediumForm.NOTES);
        return new MediumDetails(
                body.get(MediumForm.ACTIVE),
                body.find(MediumForm.EXPIRES),
                customer == null ? null : customer.identifier(),
                body.find(MediumForm.TICKET),
                body.find(MediumForm.CARD),
                Personal.of(id.subject(), ClientJson.plain(body.get(MediumForm.INFO))),
                notes == null ? null : Personal.of(id.subject(), notes));
    }
}
