package org.gatebook.command.order;

import java.time.Instant;
import java.util.List;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Subevent;
import org.gatebook.command.order.state.Line;
import org.gatebook.command.order.state.OrderContents;
import org.gatebook.command.order.state.OrderHoldings;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Canceled;
import org.gatebook.command.order.state.OrderState.Expired;
import org.gatebook.command.order.term.AutomaticExpiry;
import org.gatebook.command.order.term.PaymentTerm;
import org.gatebook.command.order.usage.Places;
import org.gatebook.command.order.usage.Returning;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what the event says to an order that is paid or comes back. */
@Component
class OrderCircumstances {

    private final EventOffers offers;
    private final Places places;

    OrderCircumstances(EventOffers offers, Places places) {
        this.offers = offers;
        this.places = places;
    }

    /** @param force whether only seats are asked for */
    Circumstances of(OrderState order, Instant now, boolean force) {
        OrderContents contents = order.contents();
        EventOffer offer = offers.of(contents.organizer(), contents.event());
        List<Subevent> dates = offer.subevents(Line.dates(contents.activeLines()));
        Instant last = PaymentTerm.last(offer, dates);
        return new Circumstances(
                PaymentTerm.expiry(offer, dates, now),
                last != null && last.isBefore(now),
                offer.terms().payment().acceptLate(),
                unavailable(order, offer, now, force));
    }

    @Nullable
    Instant automaticExpiry(OrderContents order) {
        EventOffer offer = offers.of(order.organizer(), order.event());
        return AutomaticExpiry.of(offer, offer.subevents(Line.dates(order.activeLines())), order.expires());
    }

    private @Nullable Refusal unavailable(OrderState order, EventOffer offer, Instant now, boolean force) {
        boolean canceled = order instanceof Canceled;
        return canceled || order instanceof Expired
                ? places.toReturn(
                        offer, new Returning(OrderHoldings.lines(order), force, canceled), offer.locale(), now)
                : null;
    }
}
