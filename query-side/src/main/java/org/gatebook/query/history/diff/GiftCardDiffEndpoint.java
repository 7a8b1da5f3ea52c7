package org.gatebook.query.history.diff;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_GIFT_CARDS;

import java.util.Optional;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.ShowGiftCard;
import org.gatebook.api.giftcard.IssuerScope;
import org.gatebook.eventstore.Questions;
import org.gatebook.query.history.ReachedStreams;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.PointsInTime;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is different about a gift card between two points; only its issuer is told, as in its history. */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_GIFT_CARDS, write = CAN_MANAGE_GIFT_CARDS)
class GiftCardDiffEndpoint {

    private final Questions questions;
    private final PointsInTime points;
    private final ReachedStreams streams;

    GiftCardDiffEndpoint(Questions questions, PointsInTime points, ReachedStreams streams) {
        this.questions = questions;
        this.points = points;
        this.streams = streams;
    }

    @Asks(name = "card", text = "The number of the gift card.")
    @Asks(name = Span.FROM, text = Span.MEANING_OF_FROM)
    @Asks(name = Span.TO, text = Span.MEANING_OF_TO)
    @Asks(name = "page", text = Span.MEANING_OF_PAGE)
    @Asks(name = "page_size", text = Span.MEANING_OF_PAGE)
    @Answers(status = 200, text = Diff.MEANING)
    @GetMapping("/api/v1/organizers/{organizer}/giftcards/{card}/diff/")
    Answer show(ApiRequest request, @PathVariable("card") long number) {
        GiftCardId card = new GiftCardId(number);
        return Diff.of(
                request,
                Span.of(request, points),
                () -> Optional.of(card.aggregateId()),
                () -> questions.ask(new ShowGiftCard(card, IssuerScope.own(request.organizer()), null)),
                streams::of);
    }
}
