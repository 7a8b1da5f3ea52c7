package org.gatebook.command.checkin.redeem;

import java.util.Optional;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.Door;
import org.gatebook.api.ticket.DoorQuery.TicketAtDoor;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.ScanReason;
import org.gatebook.api.ticket.TicketCommand.Admission;
import org.gatebook.api.ticket.TicketCommand.RecordRefusedScan;
import org.gatebook.api.ticket.TicketCommand.ScanTicket;
import org.gatebook.catalogue.checkin.CheckinListPlaces.PlacedList;
import org.gatebook.command.checkin.Scanner;
import org.gatebook.command.checkin.redeem.DoorQuestions.Asked;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a ticket decide whether it comes in, whoever asks (behaviour notes, check-in 4.4): the doors of all APIs lead
 * through here.
 */
@Component
class Scanning {

    private final DoorQuestions questions;
    private final CommandSender commands;

    Scanning(DoorQuestions questions, CommandSender commands) {
        this.questions = questions;
        this.commands = commands;
    }

    /** What came of it. */
    sealed interface Outcome {

        /**
         * Come in.
         *
         * @param answered whether answers to questions were kept
         */
        record In(boolean answered) implements Outcome {}

        /**
         * Stay out.
         *
         * @param explanation null if the reason says it all
         * @param asked the questions, open ones among them
         * @param answered whether answers to questions were kept
         * @param kept whether anything happened that is to be kept
         */
        record Out(ScanReason reason, @Nullable String explanation, Asked asked, boolean answered, boolean kept)
                implements Outcome {}
    }

    /**
     * Scans a ticket at its list.
     *
     * @param revoked whether it was found by a secret that is void
     */
    Outcome scan(ApiRequest request, Attempt attempt, TicketAtDoor ticket, boolean revoked) {
        PlacedList place = attempt.listOf(ticket.event());
        Asked asked = questions.ask(request, attempt, place.offer(), ticket);
        Door door = new Door(
                place.list(),
                ticket.standing(),
                attempt.force(),
                attempt.ignoreUnpaid(),
                attempt.questionsSupported() && !asked.open().isEmpty(),
                occasion(place.offer(), ticket),
                request.now());
        Decision<Admission> decision = commands.send(new ScanTicket(
                ticket.ticket(), scanOf(request, attempt, place, revoked), door, barcode(attempt, ticket)));
        return switch (decision) {
            case Decision.Accepted<Admission> in -> new Outcome.In(questions.keep(ticket, asked.answers()));
            case Decision.Refused<Admission> out -> {
                ScanReason reason = ScanReason.ofCode(out.refusal().code())
                        .orElseThrow(() -> new IllegalStateException(
                                "no reason at a door: " + out.refusal().code()));
                boolean answered = reason.keepsAnswers() && questions.keep(ticket, asked.answers());
                String text = out.refusal().text();
                yield new Outcome.Out(
                        reason, text.isEmpty() ? null : text, asked, answered, out.eventsKept() || answered);
            }
        };
    }

    /** Keeps that a ticket was refused before it could decide. */
    void refuse(ApiRequest request, Attempt attempt, TicketAtDoor ticket, ScanReason reason) {
        commands.send(new RecordRefusedScan(
                ticket.ticket(),
                scanOf(request, attempt, attempt.listOf(ticket.event()), false),
                reason.code(),
                null,
                barcode(attempt, ticket)));
    }

    /** What is kept of an attempt. */
    static Scan scanOf(ApiRequest request, Attempt attempt, PlacedList place, boolean revoked) {
        Scanner scanner = Scanner.of(request.credential());
        return new Scan(
                request.clientId(),
                place.list().id(),
                attempt.type(),
                attempt.at(),
                scanner.device(),
                scanner.deviceId(),
                scanner.gate(),
                attempt.nonce(),
                attempt.sourceType(),
                attempt.force(),
                revoked,
                false);
    }

    private static Door.Occasion occasion(EventOffer offer, TicketAtDoor ticket) {
        return Optional.ofNullable(ticket.subevent())
                .flatMap(offer::subevent)
                .map(date -> new Door.Occasion(date.dateFrom(), date.dateTo(), date.dateAdmission(), offer.zone()))
                .orElseGet(
                        () -> new Door.Occasion(offer.dateFrom(), offer.dateTo(), offer.dateAdmission(), offer.zone()));
    }

    private static Personal<String> barcode(Attempt attempt, TicketAtDoor ticket) {
        return Personal.bearer(ticket.ticket().subject(), attempt.code());
    }
}
