package org.gatebook.command.order.place;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderStatus;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.api.ticket.IssuedTicket;
import org.gatebook.command.code.RandomCodes;
import org.gatebook.command.order.form.OrderForm;
import org.gatebook.command.order.form.OrderWish;
import org.gatebook.command.order.form.PositionWish;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.web.request.ApiRequest;
import org.springframework.stereotype.Component;

/**
 * Answers as if the order had been placed, and leaves nothing (behaviour notes, orders 7.10). Nothing has a number, so
 * ranks stand in for those of positions, and add-ons name the rank of theirs; how the order is paid is not looked at.
 */
@Component
class Simulation {

    private static final String PREVIEW = "PREVIEW";
    private static final long NO_NUMBER = 0;

    private final RandomCodes random;
    private final OrderResource orders;

    Simulation(RandomCodes random, OrderResource orders) {
        this.random = random;
        this.orders = orders;
    }

    Object answer(EventOffer offer, OrderWish wish, Quote quote, PositionUses uses, ApiRequest request) {
        NewOrder order = new NewOrder(
                offer,
                wish,
                quote,
                uses.seats(),
                new OrderId(NO_NUMBER),
                wish.positions().stream()
                        .map(PositionWish::positionid)
                        .map(Integer::longValue)
                        .toList(),
                Collections.nCopies(quote.fees().size(), NO_NUMBER),
                request.now());
        PlacedOrder placed = order.placed(new OrderCode(PREVIEW), random.orderSecret(), List.of());
        List<IssuedTicket> tickets = new ArrayList<>();
        for (int index = 0; index < wish.positions().size(); index++) {
            String secret = wish.positions().get(index).secret();
            tickets.add(order.ticket(index, secret == null ? "" : secret, PREVIEW));
        }
        OrderStatus status = wish.sent().get(OrderForm.IS_PAID, false) ? OrderStatus.PAID : OrderStatus.PENDING;
        return orders.preview(placed, wish.sent().find(OrderForm.CODE), status, tickets, request);
    }
}
