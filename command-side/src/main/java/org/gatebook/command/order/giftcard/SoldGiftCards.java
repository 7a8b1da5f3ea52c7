package org.gatebook.command.order.giftcard;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardCode;
import org.gatebook.api.giftcard.GiftCardCommand.BookForOrder;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.ShowGiftCards;
import org.gatebook.api.giftcard.GiftCardSale;
import org.gatebook.api.giftcard.GiftCardSale.SoldGiftCard;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.api.giftcard.OrderBooking;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Item;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderCommand.NameSoldGiftCards;
import org.gatebook.api.order.OrderCommand.SellGiftCards;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.TicketCommand.ReplaceTicketSecret;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.command.giftcard.automatic.AutomaticGiftCards;
import org.gatebook.command.ticket.TicketSecrets;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.TransactionalUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gift cards that are sold as products of an order; their codes become the secrets of their positions (decisions, "Copied
 * on purpose"). Works within the present unit, which was opened for the order's event.
 *
 * <p>A card has the number of its position: both come from the one sequence of numbers that clients see, so no other card
 * has it, and nobody needs to remember which card belongs to which position.
 */
@Component
public class SoldGiftCards {

    private final AutomaticGiftCards cards;
    private final TicketSecrets secrets;
    private final EventOffers offers;
    private final TransactionalUnit unit;
    private final Questions questions;
    private final ClientIds ids;
    private final CommandSender commands;

    SoldGiftCards(
            AutomaticGiftCards cards,
            TicketSecrets secrets,
            EventOffers offers,
            TransactionalUnit unit,
            Questions questions,
            ClientIds ids,
            CommandSender commands) {
        this.cards = cards;
        this.secrets = secrets;
        this.offers = offers;
        this.unit = unit;
        this.questions = questions;
        this.ids = ids;
        this.commands = commands;
    }

    /** The card that was sold with this position. */
    public static GiftCardId cardOf(long position) {
        return new GiftCardId(position);
    }

    /**
     * Issues what the order has bought and not yet got. To be called after whatever may have made it paid: it finds out by
     * itself whether there is anything to do, and where no product is a gift card it costs nothing.
     */
    public void issue(OrderId order) {
        EventOffer offer = offer();
        Set<Long> products = offer.items().values().stream()
                .filter(Item::issueGiftcard)
                .map(Item::id)
                .collect(Collectors.toSet());
        if (!products.isEmpty()
                && commands.send(new SellGiftCards(order, products)) instanceof Decision.Accepted<GiftCardSale> sold) {
            sold.result().cards().forEach(card -> issue(offer, card, sold.result()));
        }
    }

    /** The cards that were sold with the order. */
    public GiftCardSale soldWith(OrderId order) {
        return switch (commands.send(new NameSoldGiftCards(order))) {
            case Decision.Accepted<GiftCardSale> sold -> sold.result();
            case Decision.Refused<GiftCardSale> gone -> new GiftCardSale(new OrderCode(""), false, List.of());
        };
    }

    /**
     * Takes the credit of these cards back.
     *
     * @return the code of a card from which something was taken before, so that the sale cannot be undone; null if there is
     *     none
     */
    public @Nullable String takeBack(GiftCardSale sale) {
        for (SoldGiftCard card : sale.cards()) {
            if (book(sale, card, card.value().negated()) instanceof Decision.Refused<GiftCardId>) {
                GiftCardId id = cardOf(card.line());
                GiftCardView view =
                        questions.ask(new ShowGiftCards(Set.of(id), null)).get(id);
                return view == null || view.secret() == null ? "" : view.secret();
            }
        }
        return null;
    }

    /** Gives these cards their credit once more, because their order is valid again. */
    public void fillAgain(GiftCardSale sale) {
        sale.cards().forEach(card -> book(sale, card, card.value()));
    }

    private Decision<GiftCardId> book(GiftCardSale sale, SoldGiftCard card, Money amount) {
        return commands.send(new BookForOrder(
                cardOf(card.line()), transaction(sale, amount), unit.entered().now()));
    }

    private CardTransaction transaction(GiftCardSale sale, Money amount) {
        EventOffer offer = offer();
        return CardTransaction.forOrder(
                ids.next(),
                new CardAmount(amount.amount()),
                offer.organizer(),
                OrderBooking.sale(offer.event(), sale.code().value()));
    }

    private void issue(EventOffer offer, SoldGiftCard sold, GiftCardSale sale) {
        GiftCardCode code = cards.issue(
                cardOf(sold.line()),
                offer.organizer(),
                offer.currency().getCurrencyCode(),
                sale.testmode(),
                transaction(sale, sold.value()),
                unit.entered().now());
        TicketId ticket = new TicketId(sold.line());
        if (!secrets.claim(offer.organizer(), Map.of(code.value(), ticket)).isEmpty()) {
            throw new TransactionalUnit.Collision("a ticket has the code of a new gift card as its secret");
        }
        commands.send(new ReplaceTicketSecret(ticket, Personal.bearer(ticket.subject(), code.value()), false));
    }

    private EventOffer offer() {
        Opening opening = unit.opening();
        OrganizerSlug organizer = Objects.requireNonNull(opening.organizer(), "orders belong to an organizer");
        EventSlug event = Objects.requireNonNull(opening.event(), "orders belong to an event");
        return offers.of(organizer, event);
    }
}
