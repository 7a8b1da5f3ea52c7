package org.gatebook.command.order.term;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventTerms.Payment;
import org.gatebook.api.offer.Subevent;
import org.jspecify.annotations.Nullable;

/** When an event ends by itself the term of an order that nobody pays (behaviour notes, orders 12.12). */
public final class AutomaticExpiry {

    private AutomaticExpiry() {}

    /**
     * The moment after which the order expires by itself, never before its own term is over; null if it never does.
     *
     * @param dates the dates of a series that the order is for
     * @param expires until when it may be paid
     */
    public static @Nullable Instant of(EventOffer offer, Collection<Subevent> dates, Instant expires) {
        Payment term = offer.terms().payment();
        if (!term.expireAutomatically()) {
            return null;
        }
        // Without days of grace the term is exact: it may have been counted in minutes.
        if (term.expireDelayDays() == 0) {
            return expires;
        }
        Instant graceOver = graceOver(term, offer.zone(), expires);
        Instant last = PaymentTerm.last(offer, dates);
        Instant end = last != null && last.isBefore(graceOver) ? last : graceOver;
        return end.isBefore(expires) ? expires : end;
    }

    private static Instant graceOver(Payment term, ZoneId zone, Instant expires) {
        LocalDate day = expires.atZone(zone).toLocalDate().plusDays(term.expireDelayDays());
        return PaymentTerm.endOf(PaymentTerm.workday(term, day), zone);
    }
}
