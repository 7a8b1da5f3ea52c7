package org.gatebook.query.history.reason;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_GIFT_CARDS;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.order.OrderQuery.FindOrder;
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

/**
 * Where the credit of a gift card comes from; only its issuer is told, as in its history. Orders are told of as far as the
 * credential may view them.
 */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_GIFT_CARDS, write = CAN_MANAGE_GIFT_CARDS)
class GiftCardWhyEndpoint {

    private final Questions questions;
    private final ReachedStreams streams;

    GiftCardWhyEndpoint(Questions questions, ReachedStreams streams) {
        this.questions = questions;
        this.streams = streams;
    }

    @Asks(name = "card", text = "The number of the gift card.")
    @Answers(status = 200, text = "The reasons, each with the events that led to it.")
    @AboutThePast
    @GetMapping("/api/v1/organizers/{organizer}/giftcards/{card}/why/")
    Answer show(ApiRequest request, @PathVariable("card") long number) {
        GiftCardId card = new GiftCardId(number);
        List<RecordedEvent> own = streams.of(card.aggregateId());
        if (own.isEmpty()
                || !((GiftCardIssued) own.getFirst().payload()).issuer().equals(request.organizer())) {
            return Answer.notFound();
        }
        Chronicle story = Chronicle.of(own, streams.relatedTo(request, orders(request, own)));
        return Answer.ok(WhyAnswer.of(card.aggregateId(), story, GiftCardReasons.of(story, card)));
    }

    /** The newest ones first and not too many: no more are told of. */
    private Set<String> orders(ApiRequest request, List<RecordedEvent> own) {
        Set<String> orders = new HashSet<>();
        own.reversed().stream()
                .map(RecordedEvent::payload)
                .filter(GiftCardTransacted.class::isInstance)
                .map(event -> ((GiftCardTransacted) event).transaction())
                .filter(booked -> booked.acceptor().equals(request.organizer()))
                .map(CardTransaction::booking)
                .filter(Objects::nonNull)
                .map(booking -> new FindOrder(request.organizer(), booking.event(), booking.order()))
                .distinct()
                .limit(Steps.SHOWN)
                .forEach(find -> questions
                        .ask(find)
                        .ifPresent(found -> orders.add(found.id().aggregateId())));
        return orders;
    }
}
