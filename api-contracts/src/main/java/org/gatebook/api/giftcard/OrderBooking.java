package org.gatebook.api.giftcard;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gatebook.api.EventSlug;
import org.jspecify.annotations.Nullable;

/**
 * The order that a booking belongs to: one that sold the card, was paid with it or was refunded to it (behaviour notes,
 * gift cards 1.9).
 *
 * @param event the order's event
 * @param order the order's code
 * @param payment number of the payment within the order, if the booking pays
 * @param refund number of the refund within the order, if the booking refunds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderBooking(
        EventSlug event,
        String order,
        @Nullable Integer payment,
        @Nullable Integer refund) {

    /** The booking of a card's sale, or of taking the sale back. */
    public static OrderBooking sale(EventSlug event, String order) {
        return new OrderBooking(event, order, null, null);
    }
}
