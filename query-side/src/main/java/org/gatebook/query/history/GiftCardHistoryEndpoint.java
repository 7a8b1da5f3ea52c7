package org.gatebook.query.history;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_GIFT_CARDS;

import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.description.Lists;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a gift card, newest first. Only its issuer sees it, whoever accepts the card. */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_GIFT_CARDS, write = CAN_MANAGE_GIFT_CARDS)
class GiftCardHistoryEndpoint {

    private final StreamHistory history;

    GiftCardHistoryEndpoint(StreamHistory history) {
        this.history = history;
    }

    @Asks(name = "card", text = "The number of the gift card.")
    @Answers(status = 200, text = "A page of events, the newest first.")
    @Lists(HistoryPages.class)
    @GetMapping("/api/v1/organizers/{organizer}/giftcards/{card}/history/")
    Answer list(ApiRequest request, @PathVariable("card") long card) {
        return history.of(request, new GiftCardId(card).aggregateId());
    }
}
