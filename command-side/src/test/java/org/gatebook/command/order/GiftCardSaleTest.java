package org.gatebook.command.order;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.gatebook.api.order.OrderCommand.SellGiftCards;
import org.gatebook.api.order.OrderCommand.SoldGiftCard;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.GiftCardSold;
import org.gatebook.api.order.OrderLine;
import org.junit.jupiter.api.Test;

class GiftCardSaleTest {

    private static final SellGiftCards SELL = new SellGiftCards(OrderExamples.ID, Set.of(5L));

    @Test
    void a_paid_order_sells_a_card_with_each_position_that_costs_something() {
        OrderState paid = paid("40.00", "0.00");
        Outcome<OrderEvent, List<SoldGiftCard>> sold = OrderDecider.sellGiftCards(paid, SELL);
        assertThat(sold)
                .isEqualTo(Outcome.accepted(
                        List.of(new SoldGiftCard(1001, eur("40.00"))),
                        List.of(new GiftCardSold(OrderExamples.ID, 1001))));
    }

    @Test
    void no_position_sells_a_second_card() {
        OrderState paid = paid("40.00");
        OrderState sold = after(paid, eventsOf(OrderDecider.sellGiftCards(paid, SELL)));
        assertThat(eventsOf(OrderDecider.sellGiftCards(sold, SELL))).isEmpty();
    }

    @Test
    void an_order_that_is_not_paid_sells_none() {
        assertThat(eventsOf(OrderDecider.sellGiftCards(stateAfter(eventsOf(place("40.00", false, null))), SELL)))
                .isEmpty();
    }

    @Test
    void other_products_sell_none() {
        assertThat(eventsOf(OrderDecider.sellGiftCards(paid("40.00"), new SellGiftCards(OrderExamples.ID, Set.of(6L)))))
                .isEmpty();
    }

    private static OrderState paid(String... prices) {
        List<OrderLine> lines = new ArrayList<>();
        for (String price : prices) {
            lines.add(line(1001 + lines.size(), price, null));
        }
        return stateAfter(eventsOf(place(lines, true, "manual")));
    }
}
