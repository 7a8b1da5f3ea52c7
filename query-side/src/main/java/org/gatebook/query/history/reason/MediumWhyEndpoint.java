package org.gatebook.query.history.reason;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_REUSABLE_MEDIA;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatebook.api.medium.MediumEvent.MediumChanged;
import org.gatebook.api.medium.MediumEvent.MediumCreated;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.ticket.TicketEvent.TicketIssued;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.history.ReachedStreams;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.request.AboutThePast;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a medium is linked to, and by whom; tickets and orders are told of as far as the credential may view them. */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_REUSABLE_MEDIA, write = CAN_MANAGE_REUSABLE_MEDIA)
class MediumWhyEndpoint {

    private final ReachedStreams streams;

    MediumWhyEndpoint(ReachedStreams streams) {
        this.streams = streams;
    }

    @Asks(name = "medium", text = "The number of the medium.")
    @Answers(status = 200, text = "The reasons, each with the events that led to it.")
    @AboutThePast
    @GetMapping("/api/v1/organizers/{organizer}/reusablemedia/{medium}/why/")
    Answer show(ApiRequest request, @PathVariable("medium") long number) {
        MediumId medium = new MediumId(number);
        List<RecordedEvent> own = streams.of(medium.aggregateId());
        if (own.isEmpty()
                || !((MediumCreated) own.getFirst().payload()).organizer().equals(request.organizer())) {
            return Answer.notFound();
        }
        List<RecordedEvent> all = new ArrayList<>(own);
        List<RecordedEvent> tickets = streams.relatedTo(request, tickets(own));
        all.addAll(tickets);
        all.addAll(streams.relatedTo(
                request,
                tickets.stream()
                        .filter(event -> event.payload() instanceof TicketIssued)
                        .map(event -> ((TicketIssued) event.payload()).order().aggregateId())
                        .distinct()
                        .toList()));
        Chronicle story = Chronicle.of(all);
        return Answer.ok(WhyAnswer.of(medium.aggregateId(), story, MediumReasons.of(story, medium)));
    }

    private static Set<String> tickets(List<RecordedEvent> own) {
        Set<String> tickets = new HashSet<>();
        for (RecordedEvent event : own.reversed()) {
            Long position = position(event);
            if (position != null && tickets.size() < Steps.SHOWN) {
                tickets.add(new TicketId(position).aggregateId());
            }
        }
        return tickets;
    }

    private static @Nullable Long position(RecordedEvent event) {
        if (event.payload() instanceof MediumCreated created) {
            return created.details().linkedOrderPosition();
        }
        return event.payload() instanceof MediumChanged changed
                ? changed.details().linkedOrderPosition()
                : null;
    }
}
