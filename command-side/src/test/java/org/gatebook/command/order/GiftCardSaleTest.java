package org.gatebook.command.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.command.order.OrderExamples.ID;
import static org.gatebook.command.order.OrderExamples.after;
import static org.gatebook.command.order.OrderExamples.eur;
import static org.gatebook.command.order.OrderExamples.eventsOf;
import static org.gatebook.command.order.OrderExamples.line;
import static org.gatebook.command.order.OrderExamples.place;
import static org.gatebook.command.order.OrderExamples.stateAfter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.giftcard.GiftCardSale;
import org.gatebook.api.giftcard.GiftCardSale.SoldGiftCard;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderCommand.SellGiftCards;
import org.gatebook.api.order.OrderEvent.GiftCardSold;
import org.gatebook.api.order.OrderLine;
import org.gatebook.command.order.state.OrderState;
import org.junit.jupiter.api.Test;

class GiftCardSaleTest {

    private static final SellGiftCards SELL = new SellGiftCards(ID, Set.of(5L));

    @Test
    void a_paid_order_sells_a_card_with_each_position_that_costs_something() {
        assertThat(GiftCardSaleDecider.sell(paid("40.00", "0.00"), SELL))
                .isEqualTo(Outcome.accepted(
                        sale(new SoldGiftCard(1001, eur("40.00"))), List.of(new GiftCardSold(ID, 1001))));
    }

    @Test
    void no_position_sells_a_second_card() {
        assertThat(eventsOf(GiftCardSaleDecider.sell(sold("40.00"), SELL))).isEmpty();
    }

    @Test
    void an_order_that_is_not_paid_sells_none() {
        OrderState pending = stateAfter(eventsOf(place("40.00", false, null)));
        assertThat(eventsOf(GiftCardSaleDecider.sell(pending, SELL))).isEmpty();
    }

    @Test
    void other_products_sell_none() {
        assertThat(eventsOf(GiftCardSaleDecider.sell(paid("40.00"), new SellGiftCards(ID, Set.of(6L)))))
                .isEmpty();
    }

    @Test
    void it_is_known_what_was_sold() {
        OrderState sold = sold("40.00", "30.00");
        assertThat(GiftCardSaleDecider.name(sold))
                .isEqualTo(Outcome.accepted(
                        sale(new SoldGiftCard(1001, eur("40.00")), new SoldGiftCard(1002, eur("30.00"))), List.of()));
    }

    private static GiftCardSale sale(SoldGiftCard... cards) {
        return new GiftCardSale(new OrderCode("ABCDE"), false, List.of(cards));
    }

    private static OrderState sold(String... prices) {
        OrderState paid = paid(prices);
        return after(paid, eventsOf(GiftCardSaleDecider.sell(paid, SELL)));
    }

    private static OrderState paid(String... prices) {
        List<OrderLine> lines = new ArrayList<>();
        for (String price : prices) {
            lines.add(line(1001 + lines.size(), price, null));
        }
        return stateAfter(eventsOf(place(lines, true, "manual")));
    }
}
