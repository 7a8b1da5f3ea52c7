package org.gatebook.query.history.reason;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatebook.api.catalogue.CatalogueEvent;
import org.gatebook.api.order.OrderQuery.FindPosition;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.api.ticket.TicketEvent.TicketScanRefused;
import org.gatebook.api.ticket.TicketEvent.TicketScanned;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.history.ReachedStreams;
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

/** Why a ticket is valid or not, and what its last scan was judged by; of cancelled positions too. */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class TicketWhyEndpoint {

    private final Questions questions;
    private final ReachedStreams streams;

    TicketWhyEndpoint(Questions questions, ReachedStreams streams) {
        this.questions = questions;
        this.streams = streams;
    }

    @Asks(name = "id", text = "The number of the position.")
    @Answers(status = 200, text = "The reasons, each with the events that led to it.")
    @AboutThePast
    @GetMapping("/api/v1/organizers/{organizer}/events/{event}/orderpositions/{id}/why/")
    Answer show(ApiRequest request, @PathVariable("id") long id) {
        return questions
                .ask(new FindPosition(request.organizer(), request.event(), id, true))
                .flatMap(found -> why(request, new TicketId(found.id())))
                .map(Answer::ok)
                .orElseGet(Answer::notFound);
    }

    /** Empty between the event that placed the order and the one that issued the ticket. */
    private Optional<WhyAnswer> why(ApiRequest request, TicketId ticket) {
        List<RecordedEvent> own = streams.of(ticket.aggregateId());
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<RecordedEvent> all = new ArrayList<>(own);
        Set<String> lists = new HashSet<>();
        all.addAll(streams.of(own.stream()
                .map(event -> ((TicketEvent) event.payload()).order().aggregateId())
                .distinct()
                .toList()));
        for (RecordedEvent event : own) {
            if (event.payload() instanceof TicketScanned scanned) {
                lists.add(list(scanned.scan()));
            } else if (event.payload() instanceof TicketScanRefused refused) {
                lists.add(list(refused.scan()));
            }
        }
        all.addAll(streams.relatedTo(request, lists));
        Chronicle story = Chronicle.of(all);
        return Optional.of(WhyAnswer.of(ticket.aggregateId(), story, TicketReasons.of(story, ticket)));
    }

    private static String list(Scan scan) {
        return CatalogueEvent.stream(TicketCauses.LIST, scan.list());
    }
}
