package org.gatebook.command.order.giftcard;

import java.time.Instant;
import org.gatebook.api.giftcard.GiftCardCommand.ChangeGiftCard;
import org.gatebook.api.giftcard.GiftCardQuery.CardsOwnedByOrder;
import org.gatebook.api.giftcard.TermsChange;
import org.gatebook.api.giftcard.TermsChange.Field.Kept;
import org.gatebook.api.giftcard.TermsChange.Field.Set;
import org.gatebook.api.order.OrderId;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Questions;
import org.springframework.stereotype.Component;

/** Gift cards that the holders of tickets own. Works within the present unit. */
@Component
public class OwnedGiftCards {

    private static final TermsChange NO_OWNER = new TermsChange(new Kept<>(), new Kept<>(), new Set<>(null));

    private final Questions questions;
    private final CommandSender commands;

    OwnedGiftCards(Questions questions, CommandSender commands) {
        this.questions = questions;
        this.commands = commands;
    }

    /** No ticket of this order owns a card from now on; the cards stay (behaviour notes, orders 6.4). */
    public void letGo(OrderId order, Instant now) {
        questions
                .ask(new CardsOwnedByOrder(order))
                .forEach((card, issuer) -> commands.send(new ChangeGiftCard(card, issuer, NO_OWNER, null, now)));
    }
}
