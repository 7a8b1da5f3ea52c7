package org.gatebook.command.checkin.redeem;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gatebook.api.EventSlug;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.ticket.DoorQuery.DoorShape;
import org.gatebook.api.ticket.DoorQuery.Entrance;
import org.gatebook.api.ticket.DoorQuery.FindRevokedSecret;
import org.gatebook.api.ticket.DoorQuery.FindTicketOfMedium;
import org.gatebook.api.ticket.DoorQuery.FindTicketsByCode;
import org.gatebook.api.ticket.DoorQuery.FindTicketsOfPosition;
import org.gatebook.api.ticket.DoorQuery.ShowAtDoor;
import org.gatebook.api.ticket.DoorQuery.TicketAtDoor;
import org.gatebook.api.ticket.ScanReason;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.catalogue.checkin.CheckinListPlaces.PlacedList;
import org.gatebook.catalogue.crud.ShownResources;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.command.checkin.UnknownCodes;
import org.gatebook.command.checkin.redeem.DoorQuestions.Asked;
import org.gatebook.command.checkin.redeem.Scanning.Outcome;
import org.gatebook.command.ticket.secret.ClaimedTicket;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.Content;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a code in or refuses it (behaviour notes, check-in 4.3 and 4.4): finds out which ticket it means, lets the ticket
 * decide, and says what the door says. The hottest path of all, so a plain scan costs one question and one command; what
 * is rarer (media, revoked secrets, answers) asks again.
 */
@Component
class Redemption {

    private static final String OTHER_EVENT = "Medium connected to other event";

    private final Scanning scanning;
    private final UnknownCodes unknownCodes;
    private final ShownResources resources;
    private final Questions questions;

    Redemption(Scanning scanning, UnknownCodes unknownCodes, ShownResources resources, Questions questions) {
        this.scanning = scanning;
        this.unknownCodes = unknownCodes;
        this.resources = resources;
        this.questions = questions;
    }

    /**
     * How a ticket was found.
     *
     * @param revoked whether by a secret that is void, so that only insisting lets it in
     * @param shape in which the position is shown
     * @param seenAfterwards whether the position is shown as the scan left it. The reference shows what it has read
     *     before, and for tickets that it found by their secret it reads the scans beforehand.
     */
    private record Found(List<TicketAtDoor> tickets, boolean revoked, DoorShape shape, boolean seenAfterwards) {}

    Answer redeem(ApiRequest request, Attempt attempt) {
        DoorShape shape = shape(request, attempt);
        List<TicketAtDoor> byCode = byCode(request, attempt, attempt.code(), shape);
        if (byCode.isEmpty() && attempt.spacesMayBePluses() && attempt.code().contains("+")) {
            byCode = byCode(request, attempt, attempt.code().replace('+', ' '), shape);
        }
        return byCode.isEmpty()
                ? withoutTicket(request, attempt, shape.withAllLists())
                : decide(request, attempt, new Found(byCode, false, shape, false));
    }

    private List<TicketAtDoor> byCode(ApiRequest request, Attempt attempt, String code, DoorShape shape) {
        return questions.ask(
                new FindTicketsByCode(request.organizer(), entrances(attempt), code, attempt.number(), shape));
    }

    private Answer withoutTicket(ApiRequest request, Attempt attempt, DoorShape shape) {
        Optional<TicketId> ofMedium = questions.ask(
                new FindTicketOfMedium(request.organizer(), attempt.sourceType(), attempt.code(), request.now()));
        if (ofMedium.isPresent()) {
            List<TicketAtDoor> tickets = ofPosition(request, attempt, ofMedium.get());
            return tickets.isEmpty()
                    ? unknown(request, attempt, OTHER_EVENT)
                    : decide(request, attempt, new Found(tickets, false, shape, true));
        }
        Set<EventSlug> events =
                attempt.lists().stream().map(list -> list.offer().event()).collect(Collectors.toSet());
        List<TicketAtDoor> revoked = questions
                .ask(new FindRevokedSecret(request.organizer(), events, attempt.code()))
                .map(ticket -> ofPosition(request, attempt, ticket))
                .orElse(List.of());
        if (revoked.isEmpty()) {
            return unknown(request, attempt, null);
        }
        return attempt.force()
                ? decide(request, attempt, new Found(revoked, true, shape, true))
                : revoked(request, attempt, revoked.getFirst(), shape);
    }

    private List<TicketAtDoor> ofPosition(ApiRequest request, Attempt attempt, TicketId ticket) {
        return questions.ask(new FindTicketsOfPosition(request.organizer(), entrances(attempt), ticket));
    }

    private Answer decide(ApiRequest request, Attempt attempt, Found found) {
        return switch (Matching.of(found.tickets(), attempt)) {
            case Matching.Ambiguous several -> ambiguous(request, attempt, several.first(), found);
            case Matching.One one -> scan(request, attempt, one.ticket(), found);
        };
    }

    private Answer scan(ApiRequest request, Attempt attempt, TicketAtDoor ticket, Found found) {
        PlacedList place = attempt.listOf(ticket.event());
        return switch (scanning.scan(request, attempt, ticket, found.revoked())) {
            case Outcome.In in -> {
                Supplier<Object> position = position(request, ticket, found, in.answered());
                yield Answer.createdLater(() ->
                        Verdict.ok(place, ticket).of(position.get()).at(place).keys());
            }
            case Outcome.Out out -> refused(request, attempt, ticket, found, place, out);
        };
    }

    private Answer refused(
            ApiRequest request, Attempt attempt, TicketAtDoor ticket, Found found, PlacedList place, Outcome.Out out) {
        Supplier<Object> position = position(request, ticket, found, out.answered());
        Supplier<Object> body = () -> out.reason() == ScanReason.INCOMPLETE
                ? Verdict.incomplete(place, ticket)
                        .of(position.get())
                        .asking(shown(request, place.offer(), out.asked()))
                        .at(place)
                        .keys()
                : Verdict.error(place, ticket, out.reason().told(attempt.canceledSupported()), out.explanation())
                        .of(position.get())
                        .at(place)
                        .keys();
        return out.kept() ? late(400, body) : Answer.json(400, body.get());
    }

    /** The position as the client is to see it; asked for when everything is stored. */
    private Supplier<Object> position(ApiRequest request, TicketAtDoor ticket, Found found, boolean answered) {
        Object before = ticket.shown();
        if (before != null && !answered) {
            return () -> before;
        }
        Long except = found.seenAfterwards() ? null : request.clientId();
        return () -> questions.ask(new ShowAtDoor(request.organizer(), ticket.ticket(), except, found.shape()));
    }

    private List<?> shown(ApiRequest request, EventOffer offer, Asked asked) {
        var shown = resources.show(
                "question",
                Owner.of(offer.organizer(), offer.event()),
                asked.open().stream().map(question -> question.id()).toList(),
                request.links());
        return asked.open().stream()
                .map(question -> shown.get(question.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    private Answer ambiguous(ApiRequest request, Attempt attempt, TicketAtDoor first, Found found) {
        PlacedList place = attempt.listOf(first.event());
        scanning.refuse(request, attempt, first, ScanReason.AMBIGUOUS);
        Supplier<Object> position = position(request, first, found, false);
        return late(
                400,
                () -> Verdict.error(place, first, ScanReason.AMBIGUOUS, null)
                        .of(position.get())
                        .at(place)
                        .keys());
    }

    private Answer revoked(ApiRequest request, Attempt attempt, TicketAtDoor ticket, DoorShape shape) {
        PlacedList place = attempt.listOf(ticket.event());
        scanning.refuse(request, attempt, ticket, ScanReason.REVOKED);
        return late(
                400,
                () -> Verdict.revoked()
                        .of(questions.ask(new ShowAtDoor(request.organizer(), ticket.ticket(), null, shape)))
                        .at(place)
                        .keys());
    }

    /** What nobody knows is charged to the first list. */
    private Answer unknown(ApiRequest request, Attempt attempt, @Nullable String explanation) {
        PlacedList first = attempt.lists().getFirst();
        unknownCodes.refuse(
                request.organizer(),
                first.offer().event(),
                Scanning.scanOf(request, attempt, first, false),
                ScanReason.INVALID,
                explanation,
                attempt.code(),
                ClaimedTicket.readFrom(attempt.code()));
        return (attempt.outdated()
                        ? Answer.json(400, Verdict.forOutdated().keys())
                        : Answer.json(404, Verdict.unknown(first, explanation).keys()))
                .keepingEvents();
    }

    private static Answer late(int status, Supplier<Object> body) {
        return Answer.of(status, new Content.LateJson(body)).keepingEvents();
    }

    private static List<Entrance> entrances(Attempt attempt) {
        return attempt.lists().stream()
                .map(place -> new Entrance(
                        place.offer().event(),
                        place.list().id(),
                        place.list().subevent(),
                        place.list().addonMatch()))
                .toList();
    }

    /** Texts of printed tickets are only for those who may view orders. */
    private static DoorShape shape(ApiRequest request, Attempt attempt) {
        Set<EventSlug> printed = Set.of();
        if (request.query().isTrue("pdf_data") && request.credential() instanceof Credential.Member member) {
            printed = attempt.lists().stream()
                    .map(place -> place.offer().event())
                    .filter(event -> member.may(Permission.CAN_VIEW_ORDERS, event))
                    .collect(Collectors.toSet());
        }
        return new DoorShape(
                request.links().origin(),
                attempt.lists().stream().map(place -> place.list().id()).collect(Collectors.toSet()),
                Set.copyOf(request.query().all("expand")),
                printed);
    }
}
