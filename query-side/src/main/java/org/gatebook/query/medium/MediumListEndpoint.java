package org.gatebook.query.medium;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_REUSABLE_MEDIA;
import static org.gatebook.web.filter.Filters.flag;
import static org.gatebook.web.filter.Filters.reference;
import static org.gatebook.web.filter.Filters.since;
import static org.gatebook.web.filter.Filters.text;

import java.util.List;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.ShowGiftCard;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.api.giftcard.IssuerScope;
import org.gatebook.api.medium.MediumExpansion;
import org.gatebook.api.medium.MediumView;
import org.gatebook.api.query.Links;
import org.gatebook.api.ticket.TicketLookup;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.description.Lists;
import org.gatebook.web.filter.ListDeclaration;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.page.Page;
import org.gatebook.web.request.AboutThePast;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.PageGenerated;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An organizer's media, the latest change first (behaviour notes, reusable media 2.3). Devices read it again by what
 * changed since they last did, so it carries the moment from which to ask.
 */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_REUSABLE_MEDIA, write = CAN_MANAGE_REUSABLE_MEDIA)
class MediumListEndpoint {

    private static final Relation<Long, Long> TICKETS = Relation.byId("order position");
    private static final Relation<Long, GiftCardView> CARDS = Relation.byId("gift card");

    private static final ListDeclaration MEDIA = ListDeclaration.of("*", "reusable_medium", "id")
            .usually("updated desc, id desc")
            .filteredBy(
                    text("identifier", "identifier").meaning("Media of this identifier, letter by letter."),
                    text("type", "type").meaning("Media of this type."),
                    flag("active", "active").meaning("Media that may be used, or all others."),
                    text("customer", "customer").meaning("Media of the customer of this identifier."),
                    since("updated_since", "updated")
                            .meaning(
                                    "Media that changed at that moment or later; to be taken from `X-Page-Generated`."),
                    since("created_since", "created").meaning("Media that were created at that moment or later."),
                    reference("linked_orderposition", "linked_orderposition", TICKETS)
                            .meaning("Media that stand for the ticket of this number."),
                    reference("linked_giftcard", "linked_giftcard", CARDS)
                            .meaning("Media that stand for the gift card of this number."))
            .orderedBy("created", "created")
            .orderedBy("updated", "updated")
            .orderedBy("identifier", "identifier")
            .orderedBy("type", "type")
            .orderedBy("id", "id");

    private final TicketLookup tickets;
    private final Questions questions;
    private final MediumLinks links;
    private final JdbcClient jdbc;

    MediumListEndpoint(TicketLookup tickets, Questions questions, MediumLinks links, JdbcClient jdbc) {
        this.tickets = tickets;
        this.questions = questions;
        this.links = links;
        this.jdbc = jdbc;
    }

    @Asks(
            name = "expand",
            text = MediumExpansion.MEANING,
            choices = {"linked_giftcard", "linked_giftcard.owner_ticket", "linked_orderposition", "customer"},
            several = true)
    @Answers(status = 200, text = "A page of media, the latest change first.")
    @PageGenerated
    @Lists(MediumListEndpoint.class)
    @AboutThePast
    @GetMapping("/api/v1/organizers/{organizer}/reusablemedia/")
    Answer list(ApiRequest request) {
        return Answer.ok(page(request).toJson(request.pageLinks()));
    }

    private Page<MediumView> page(ApiRequest request) {
        OrganizerSlug owner = request.organizer();
        Page<MediumView> page = MEDIA.read(request.query(), lookups(owner))
                .within("organizer = :owner", "owner", owner.value())
                .page(jdbc, MediumRow::view);
        List<MediumView> expanded = links.expand(
                owner,
                page.rows(),
                MediumExpansion.of(
                        request.query().all("expand"), new Links(request.links().origin())),
                false);
        return new Page<>(page.count(), page.number(), page.size(), expanded);
    }

    /** A card or ticket that the organizer does not have is no choice; a customer it does not have narrows to nothing. */
    private Lookups lookups(OrganizerSlug owner) {
        return Lookups.of(TICKETS, (Long position) -> tickets.isKnown(owner, position) ? position : null)
                .and(
                        CARDS,
                        (Long card) -> questions
                                .ask(new ShowGiftCard(new GiftCardId(card), IssuerScope.own(owner), null))
                                .orElse(null));
    }
}
