package org.gatebook.command.order.payment;

import org.gatebook.api.decision.Decision;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardCommand.BookForOrder;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.OrderBooking;
import org.gatebook.api.order.OrderCommand.GivenBack;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.ApiRequest;
import org.springframework.stereotype.Component;

/** Puts money that was paid by gift card back on the card. */
@Component
class RefundedCards {

    private final CommandSender commands;
    private final ClientIds ids;

    RefundedCards(CommandSender commands, ClientIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    /** Does nothing if the money goes elsewhere. */
    void credit(ApiRequest request, FoundOrder order, GivenBack given) {
        Long card = given.giftCard();
        if (card == null) {
            return;
        }
        OrderBooking booking = new OrderBooking(request.event(), order.code().value(), null, given.localId());
        CardTransaction transaction = new CardTransaction(
                ids.next(), new CardAmount(given.amount().amount()), request.organizer(), null, null, booking);
        Decision<GiftCardId> decision =
                commands.send(new BookForOrder(new GiftCardId(card), transaction, request.now()));
        if (decision instanceof Decision.Refused<GiftCardId> refused) {
            throw ApiError.detail(400, "External error: " + refused.refusal().text())
                    .rejected();
        }
    }
}
