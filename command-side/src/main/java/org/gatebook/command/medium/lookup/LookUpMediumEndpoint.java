package org.gatebook.command.medium.lookup;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_REUSABLE_MEDIA;
import static org.gatebook.web.form.kind.Types.text;

import java.util.Optional;
import org.gatebook.api.catalogue.MediaSettings;
import org.gatebook.api.catalogue.OrganizerCatalogue;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.medium.MediumCommand.CreateMedium;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumExpansion;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumOrigin;
import org.gatebook.api.medium.MediumQuery.LookUpMedium;
import org.gatebook.api.medium.MediumRefusals;
import org.gatebook.api.medium.MediumType;
import org.gatebook.api.medium.MediumView;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.medium.resource.MediumForm;
import org.gatebook.command.medium.resource.MediumResource;
import org.gatebook.command.medium.resource.NewMedia;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.description.Reads;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Finds the medium that a reader has read: the organizer's own, else one of an accepted issuer, else a chip that comes
 * into being by being looked up (behaviour notes, reusable media 2.7). Always 200 with the medium or null in
 * {@code result}.
 */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_REUSABLE_MEDIA, write = CAN_MANAGE_REUSABLE_MEDIA)
class LookUpMediumEndpoint {

    private static final Field<String> TYPE =
            Field.required("type", text()).meaning("The type of the medium; one that does not exist finds nothing.");
    private static final Field<String> IDENTIFIER =
            Field.required("identifier", text()).meaning("What the reader has read, letter by letter.");
    private static final Form FORM = Form.of(TYPE, IDENTIFIER);

    /** Chips whose number starts like this show another one each time, so that nothing can be bound to it. */
    private static final String RANDOM_NUMBER = "08";

    private final OrganizerCatalogue catalogue;
    private final NewMedia media;
    private final MediumResource resource;
    private final Questions questions;

    LookUpMediumEndpoint(OrganizerCatalogue catalogue, NewMedia media, MediumResource resource, Questions questions) {
        this.catalogue = catalogue;
        this.media = media;
        this.resource = resource;
        this.questions = questions;
    }

    /** The answer; the key is there even when nothing was found. */
    record Found(@Nullable MediumView result) {}

    @Asks(
            name = "expand",
            text = MediumExpansion.MEANING,
            choices = {"linked_giftcard", "linked_giftcard.owner_ticket", "linked_orderposition", "customer"},
            several = true)
    @Answers(status = 200, text = "The medium under `result`, or null there when nothing was found.")
    @Answers(
            status = 400,
            text = "`Ensure this field has no more than 200 characters.`, under `identifier`, where a medium would be"
                    + " created.")
    @Reads(LookUpMediumEndpoint.class)
    @PostMapping("/api/v1/organizers/{organizer}/reusablemedia/lookup/")
    Answer lookUp(ApiRequest request) {
        Parsed body = FORM.create(request.body(), Lookups.none());
        Optional<MediumView> found = questions.ask(new LookUpMedium(
                request.organizer(),
                catalogue.issuersOfAcceptedMedia(request.organizer()),
                body.get(TYPE),
                body.get(IDENTIFIER),
                MediumResource.expansion(request)));
        MediaSettings settings = catalogue.mediaSettings(request.organizer());
        return found.isEmpty() && comesIntoBeing(body.get(TYPE), body.get(IDENTIFIER), settings)
                ? create(request, body.get(IDENTIFIER), settings)
                : Answer.ok(new Found(found.orElse(null)));
    }

    /** Whether a medium of an unknown number is made: only where it would have a card. */
    static boolean comesIntoBeing(String type, String identifier, MediaSettings settings) {
        return type.equals(MediumType.NFC_UID.wireName())
                && !identifier.startsWith(RANDOM_NUMBER)
                && settings.cardCurrencyOfNew(MediumType.NFC_UID, MediumOrigin.LOOKED_UP) != null;
    }

    private Answer create(ApiRequest request, String identifier, MediaSettings settings) {
        if (identifier.length() > MediumForm.LONGEST_IDENTIFIER) {
            return Answer.refusal(MediumRefusals.IDENTIFIER_TOO_LONG);
        }
        MediumId id = new MediumId(request.clientId());
        Decision<MediumId> decision = media.create(
                new CreateMedium(
                        id,
                        request.organizer(),
                        MediumType.NFC_UID,
                        Personal.bearer(id.subject(), identifier),
                        MediumDetails.plain(id),
                        MediumOrigin.LOOKED_UP),
                settings,
                request.now());
        return switch (decision) {
            case Decision.Accepted<MediumId> accepted ->
                Answer.okLater(() -> new Found(resource.shown(accepted.result(), request)));
            // Another reader met the same chip in the same moment and was first: the next try finds its medium.
            case Decision.Refused<MediumId> refused ->
                throw new TransactionalUnit.Collision("another unit created the medium that this one looked up");
        };
    }
}
