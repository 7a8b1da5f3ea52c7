package org.gatebook.command.order.form;

import java.util.Set;
import java.util.function.LongPredicate;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item.Variation;
import org.gatebook.api.offer.Question.Option;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.ticket.TicketLookup;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.catalogue.upload.UploadedFiles;
import org.gatebook.command.order.form.attendee.AnswerForm;
import org.gatebook.command.order.form.attendee.AttendeeForm;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How bodies about orders find what an event offers; nearly all of it is in memory and costs no statement. */
@Component
public class OfferLookups {

    private final UploadedFiles files;
    private final Documents documents;
    private final TicketLookup tickets;

    OfferLookups(UploadedFiles files, Documents documents, TicketLookup tickets) {
        this.files = files;
        this.documents = documents;
        this.tickets = tickets;
    }

    /** What new positions and their answers refer to. */
    public Lookups of(ApiRequest request, EventOffer offer) {
        OrganizerSlug organizer = offer.organizer();
        return Lookups.of(PositionForm.ITEMS, EventOwned.among(offer.items(), elsewhere(organizer, "item")))
                .and(PositionForm.SUBEVENTS, EventOwned.among(offer.subevents(), elsewhere(organizer, "subevent")))
                .and(PositionForm.SERIES, (String name) -> offer.series() ? name : null)
                .and(PositionForm.FREE_SECRETS, (String secret) -> isFree(offer, secret) ? secret : null)
                .and(PositionForm.VARIATIONS, (Long id) -> variation(offer, id))
                .and(AnswerForm.QUESTIONS, EventOwned.among(offer.questions(), elsewhere(organizer, "question")))
                .and(AnswerForm.OPTIONS, (Long id) -> option(offer, id))
                .and(AnswerForm.KEPT_FILES, (Long question) -> null)
                .and(
                        AnswerForm.FILES,
                        (String reference) -> files.find(request.credential(), reference, request.now())
                                .orElse(null))
                .and(AttendeeForm.PRESENT_COUNTRY, (String name) -> null)
                .and(FeeForm.TAX_RULES, EventOwned.among(offer.taxRules(), elsewhere(organizer, "taxrule")));
    }

    /** The same, and what other terms of a position refer to. */
    public Lookups ofChange(ApiRequest request, EventOffer offer) {
        return LinePatchForm.lookups(of(request, offer), offer);
    }

    /** The same, and what another attendee of a position refers to. */
    public Lookups ofAttendee(ApiRequest request, EventOffer offer, Attendee present) {
        return of(request, offer)
                .and(AttendeeForm.PRESENT_COUNTRY, (String name) -> present.country())
                .and(
                        AnswerForm.KEPT_FILES,
                        (Long question) -> present.answers().stream()
                                .filter(answer -> answer.question() == question && answer.file() != null)
                                .findFirst()
                                .orElse(null));
    }

    private boolean isFree(EventOffer offer, String secret) {
        return tickets.secretsOf(offer.organizer(), offer.event(), Set.of(secret))
                .isEmpty();
    }

    private static @Nullable Variation variation(EventOffer offer, long id) {
        return offer.items().values().stream()
                .flatMap(item -> item.variation(id).stream())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Option option(EventOffer offer, long id) {
        return offer.questions().values().stream()
                .flatMap(question -> question.option(id).stream())
                .findFirst()
                .orElse(null);
    }

    private LongPredicate elsewhere(OrganizerSlug organizer, String kind) {
        ResourceType type = ResourceType.declare(kind, KeptBy.EVENT).build();
        return id -> documents.within(organizer, type, id).isPresent();
    }
}
