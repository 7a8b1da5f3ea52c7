package org.gatebook.command.order.change;

import java.time.Instant;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Seats;
import org.gatebook.api.offer.Vouchers;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FindLines;
import org.gatebook.api.order.OrderQuery.KnownLine;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.usage.Places;
import org.gatebook.eventstore.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds out what the world says to changes of orders. It is asked once the order is loaded: whatever else changes the order
 * from then on makes the unit begin again, so that no decision stands on something older than the order itself.
 */
@Component
public class ChangeCircumstances {

    private final EventOffers offers;
    private final Places places;
    private final Questions questions;
    private final ObjectProvider<Seats> seats;
    private final ObjectProvider<Vouchers> vouchers;

    ChangeCircumstances(
            EventOffers offers,
            Places places,
            Questions questions,
            ObjectProvider<Seats> seats,
            ObjectProvider<Vouchers> vouchers) {
        this.offers = offers;
        this.places = places;
        this.questions = questions;
        this.seats = seats;
        this.vouchers = vouchers;
    }

    /** Those of this order, now. */
    public ChangeSurroundings of(OrderState order, Instant now) {
        return new AskedSurroundings(
                order,
                offers.of(order.contents().organizer(), order.contents().event()),
                now,
                places,
                questions,
                seats,
                vouchers);
    }

    /** Who comes with a position; null if the order has no such position. */
    public @Nullable Personal<Attendee> attendee(OrderId order, long line) {
        return questions.ask(new FindLines(order)).stream()
                .filter(known -> known.id() == line)
                .findFirst()
                .map(KnownLine::attendee)
                .orElse(null);
    }
}
