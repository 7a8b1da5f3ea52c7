package org.gatebook.command.medium.change;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_REUSABLE_MEDIA;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.api.catalogue.CustomerReference;
import org.gatebook.api.medium.MediumChange;
import org.gatebook.api.medium.MediumCommand.ChangeMedium;
import org.gatebook.api.medium.MediumExpansion;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumRefusals;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.medium.MediumIdentifiers;
import org.gatebook.command.medium.resource.ClientJson;
import org.gatebook.command.medium.resource.MediumForm;
import org.gatebook.command.medium.resource.MediumResource;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.description.Reads;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sets details of a medium (behaviour notes, reusable media 2.6). Type and identifier are checked and then stay what they
 * were; whatever a PUT leaves out stays too (0.5).
 */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_REUSABLE_MEDIA, write = CAN_MANAGE_REUSABLE_MEDIA)
class ChangeMediumEndpoint {

    private static final String PATH = "/api/v1/organizers/{organizer}/reusablemedia/{id}/";

    private final MediumForm form;
    private final MediumIdentifiers identifiers;
    private final CommandSender commands;
    private final MediumResource resource;

    ChangeMediumEndpoint(
            MediumForm form, MediumIdentifiers identifiers, CommandSender commands, MediumResource resource) {
        this.form = form;
        this.identifiers = identifiers;
        this.commands = commands;
        this.resource = resource;
    }

    @Asks(name = "id", text = "The number of the medium.")
    @Asks(
            name = "expand",
            text = MediumExpansion.MEANING,
            choices = {"linked_giftcard", "linked_giftcard.owner_ticket", "linked_orderposition", "customer"},
            several = true)
    @Answers(status = 200, text = "The medium.")
    @Answers(status = 400, text = MediumForm.IDENTIFIER_TAKEN)
    @Reads(MediumForm.class)
    @PatchMapping(PATH)
    Answer change(ApiRequest request, @PathVariable("id") long number) {
        return save(request, new MediumId(number));
    }

    @Asks(name = "id", text = "The number of the medium.")
    @Asks(
            name = "expand",
            text = MediumExpansion.MEANING,
            choices = {"linked_giftcard", "linked_giftcard.owner_ticket", "linked_orderposition", "customer"},
            several = true)
    @Answers(status = 200, text = "The medium.")
    @Answers(status = 400, text = MediumForm.IDENTIFIER_TAKEN)
    @Reads(MediumForm.class)
    @PutMapping(PATH)
    Answer replace(ApiRequest request, @PathVariable("id") long number) {
        return save(request, new MediumId(number));
    }

    private Answer save(ApiRequest request, MediumId id) {
        resource.require(id, request);
        Parsed body = form.read(request);
        if (namesAnotherMedium(request, id, body)) {
            return Answer.refusal(MediumRefusals.IDENTIFIER_TAKEN);
        }
        return Answer.decided(
                commands.send(new ChangeMedium(id, request.organizer(), changes(id, body))),
                saved -> Answer.okLater(() -> resource.shown(saved, request)));
    }

    /** Asked only when both are sent (2.2); a type or identifier alone is ignored whatever it is. */
    private boolean namesAnotherMedium(ApiRequest request, MediumId id, Parsed body) {
        return body.has(MediumForm.TYPE)
                && body.has(MediumForm.IDENTIFIER)
                && identifiers.isTakenByOther(
                        request.organizer(), body.get(MediumForm.TYPE), body.get(MediumForm.IDENTIFIER), id);
    }

    private static List<MediumChange> changes(MediumId id, Parsed body) {
        List<MediumChange> changes = new ArrayList<>();
        if (body.has(MediumForm.ACTIVE)) {
            changes.add(new MediumChange.Activity(body.get(MediumForm.ACTIVE)));
        }
        if (body.has(MediumForm.EXPIRES)) {
            changes.add(new MediumChange.Expiry(body.find(MediumForm.EXPIRES)));
        }
        if (body.has(MediumForm.CUSTOMER)) {
            CustomerReference customer = body.find(MediumForm.CUSTOMER);
            changes.add(new MediumChange.Holder(customer == null ? null : customer.identifier()));
        }
        if (body.has(MediumForm.TICKET)) {
            changes.add(new MediumChange.TicketLink(body.find(MediumForm.TICKET)));
        }
        if (body.has(MediumForm.CARD)) {
            changes.add(new MediumChange.GiftCardLink(body.find(MediumForm.CARD)));
        }
        if (body.has(MediumForm.INFO)) {
            changes.add(
                    new MediumChange.NewInfo(Personal.of(id.subject(), ClientJson.plain(body.get(MediumForm.INFO)))));
        }
        if (body.has(MediumForm.NOTES)) {
            String notes = body.find(MediumForm.NOTES);
            changes.add(new MediumChange.NewNotes(notes == null ? null : Personal.of(id.subject(), notes)));
        }
        return changes;
    }
}
