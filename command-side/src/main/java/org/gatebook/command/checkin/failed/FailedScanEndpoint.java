package org.gatebook.command.checkin.failed;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_CHECKIN_ORDERS;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.DoorQuery.FindTicket;
import org.gatebook.api.ticket.DoorQuery.IsRefusalKnown;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.api.ticket.TicketCommand.RecordRefusedScan;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.command.checkin.Scanner;
import org.gatebook.command.checkin.UnknownCodes;
import org.gatebook.command.ticket.secret.ClaimedTicket;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.form.ApiText;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A device reports what it refused without a connection (behaviour notes, check-in 4.1). It is kept once for a nonce;
 * nothing of it shows as a check-in.
 */
@RestController
@ApiResource(
        scope = Scope.EVENT,
        read = {CAN_CHANGE_ORDERS, CAN_CHECKIN_ORDERS},
        write = {CAN_CHANGE_ORDERS, CAN_CHECKIN_ORDERS},
        door = true)
class FailedScanEndpoint {

    private static final String BARCODE = "barcode";

    private final EventOffers offers;
    private final UnknownCodes unknownCodes;
    private final Questions questions;
    private final CommandSender commands;

    FailedScanEndpoint(EventOffers offers, UnknownCodes unknownCodes, Questions questions, CommandSender commands) {
        this.offers = offers;
        this.unknownCodes = unknownCodes;
        this.questions = questions;
        this.commands = commands;
    }

    @Reads(FailedScanForm.class)
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/checkinlists/{list}/failed_checkins/")
    Answer report(ApiRequest request, @PathVariable("list") long number) {
        EventOffer offer = offers.of(request.organizer(), request.event());
        Parsed sent = FailedScanForm.FORM.create(
                request.body(),
                FailedScanForm.lookups(offer).and(FailedScanForm.POSITIONS, (Long id) -> find(request, "", id)));
        CheckinList list = offer.checkinLists().get(number);
        if (list == null) {
            return Answer.notFound();
        }
        TicketId named = sent.find(FailedScanForm.POSITION);
        TicketId ticket = named == null ? find(request, sent.get(FailedScanForm.BARCODE), null) : named;
        if (isKnown(list, ticket, sent)) {
            return Answer.created(shown(sent, Map.of()));
        }
        Scan scan = scan(request, list, sent);
        keep(request, ticket, scan, sent);
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        made.put("datetime", ApiText.moment(scan.at()));
        made.put("type", scan.type().code());
        made.put("position", ticket == null ? null : ticket.number());
        return Answer.created(shown(sent, made));
    }

    private @Nullable TicketId find(ApiRequest request, String secret, @Nullable Long number) {
        return questions
                .ask(new FindTicket(request.organizer(), request.event(), secret, number))
                .orElse(null);
    }

    private boolean isKnown(CheckinList list, @Nullable TicketId ticket, Parsed sent) {
        String nonce = sent.find(FailedScanForm.NONCE);
        return nonce != null
                && !nonce.isEmpty()
                && questions.ask(new IsRefusalKnown(list.id(), ticket, sent.get(FailedScanForm.BARCODE), nonce));
    }

    private void keep(ApiRequest request, @Nullable TicketId ticket, Scan scan, Parsed sent) {
        String barcode = sent.get(FailedScanForm.BARCODE);
        String explanation = sent.find(FailedScanForm.EXPLANATION);
        if (ticket == null) {
            var item = sent.find(FailedScanForm.ITEM);
            var variation = sent.find(FailedScanForm.VARIATION);
            var date = sent.find(FailedScanForm.SUBEVENT);
            unknownCodes.refuse(
                    request.organizer(),
                    request.event(),
                    scan,
                    sent.get(FailedScanForm.REASON),
                    explanation,
                    barcode,
                    new ClaimedTicket(
                            item == null ? null : Long.valueOf(item.id()),
                            variation == null ? null : Long.valueOf(variation.id()),
                            date == null ? null : Long.valueOf(date.id())));
        } else {
            commands.send(new RecordRefusedScan(
                    ticket,
                    scan,
                    sent.get(FailedScanForm.REASON).code(),
                    explanation,
                    Personal.bearer(ticket.subject(), barcode)));
        }
    }

    /** What is reported was refused, whatever the device wanted: it counts as sent and marked with force. */
    private static Scan scan(ApiRequest request, CheckinList list, Parsed sent) {
        Scanner scanner = Scanner.of(request.credential());
        Instant at = sent.get(FailedScanForm.DATETIME, request.now());
        return new Scan(
                request.clientId(),
                list.id(),
                sent.get(FailedScanForm.TYPE, Direction.ENTRY),
                at,
                scanner.device(),
                scanner.deviceId(),
                scanner.gate(),
                sent.find(FailedScanForm.NONCE),
                BARCODE,
                true,
                true,
                false);
    }

    /** What was sent, and what was made of it: of a report that is known the reference shows the former alone. */
    private static Map<String, @Nullable Object> shown(Parsed sent, Map<String, ? extends @Nullable Object> made) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("error_reason", sent.get(FailedScanForm.REASON).code());
        shown.put("error_explanation", sent.find(FailedScanForm.EXPLANATION));
        shown.put("raw_barcode", sent.get(FailedScanForm.BARCODE));
        var item = sent.find(FailedScanForm.ITEM);
        shown.put("raw_item", item == null ? null : item.id());
        var variation = sent.find(FailedScanForm.VARIATION);
        shown.put("raw_variation", variation == null ? null : variation.id());
        var date = sent.find(FailedScanForm.SUBEVENT);
        shown.put("raw_subevent", date == null ? null : date.id());
        shown.put("nonce", sent.find(FailedScanForm.NONCE));
        Instant at = sent.find(FailedScanForm.DATETIME);
        if (at != null) {
            shown.put("datetime", ApiText.moment(at));
        }
        Direction type = sent.find(FailedScanForm.TYPE);
        if (type != null) {
            shown.put("type", type.code());
        }
        TicketId position = sent.find(FailedScanForm.POSITION);
        shown.put("position", position == null ? null : position.number());
        shown.putAll(made);
        return shown;
    }
}
