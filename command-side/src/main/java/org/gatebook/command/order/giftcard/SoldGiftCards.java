package org.gatebook.command.order.giftcard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardCode;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.OrderBooking;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderCommand.SellGiftCards;
import org.gatebook.api.order.OrderCommand.SoldGiftCard;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.TicketCommand.ReplaceTicketSecret;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.command.giftcard.automatic.AutomaticGiftCards;
import org.gatebook.command.ticket.TicketSecrets;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.TransactionalUnit;
import org.springframework.stereotype.Component;

/**
 * Issues the gift cards that a paid order has bought; their codes become the secrets of their positions (decisions,
 * "Copied on purpose"). To be called after everything that may have made an order paid, in the same unit: it finds out by
 * itself whether there is anything to do, and where no product is a gift card it costs nothing.
 *
 * <p>A card has the number of its position: both come from the one sequence of numbers that clients see, so no other card
 * has it, and nobody needs to remember which card belongs to which position.
 */
@Component
public class SoldGiftCards {

    private final AutomaticGiftCards cards;
    private final TicketSecrets secrets;
    private final ClientIds ids;
    private final CommandSender commands;

    SoldGiftCards(AutomaticGiftCards cards, TicketSecrets secrets, ClientIds ids, CommandSender commands) {
        this.cards = cards;
        this.secrets = secrets;
        this.ids = ids;
        this.commands = commands;
    }

    /** The card that was sold with this position. */
    public static GiftCardId cardOf(long position) {
        return new GiftCardId(position);
    }

    /** Issues what the order has bought and not yet got. */
    public void issue(EventOffer offer, OrderId order, OrderCode code, boolean testmode, Instant now) {
        Set<Long> products = offer.items().values().stream()
                .filter(Item::issueGiftcard)
                .map(Item::id)
                .collect(Collectors.toSet());
        if (!products.isEmpty()
                && commands.send(new SellGiftCards(order, products))
                        instanceof Decision.Accepted<List<SoldGiftCard>> sold) {
            OrderBooking sale = OrderBooking.sale(offer.event(), code.value());
            sold.result().forEach(card -> issue(offer, card, sale, testmode, now));
        }
    }

    private void issue(EventOffer offer, SoldGiftCard sold, OrderBooking sale, boolean testmode, Instant now) {
        OrganizerSlug issuer = offer.organizer();
        GiftCardCode code = cards.issue(
                cardOf(sold.line()),
                issuer,
                offer.currency().getCurrencyCode(),
                testmode,
                CardTransaction.forOrder(ids.next(), new CardAmount(sold.value().amount()), issuer, sale),
                now);
        TicketId ticket = new TicketId(sold.line());
        if (!secrets.claim(issuer, Map.of(code.value(), ticket)).isEmpty()) {
            throw new TransactionalUnit.Collision("a ticket has the code of a new gift card as its secret");
        }
        commands.send(new ReplaceTicketSecret(ticket, Personal.bearer(ticket.subject(), code.value()), false));
    }
}
