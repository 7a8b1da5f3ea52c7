package org.gatebook.api.giftcard;

import org.gatebook.api.OrganizerSlug;
import org.jspecify.annotations.Nullable;

/**
 * One booking on a gift card as it is asked for and as it is stored.
 *
 * @param id the number by which clients know it
 * @param amount positive puts credit on the card, negative takes it; nothing is a booking too
 * @param acceptor the organizer that books, which need not be the issuer
 * @param text what the client wrote about it; null when the booking was no transact call
 * @param info any JSON value of the client, as maps, lists, strings, numbers and booleans; null when none was given
 * @param booking the order it belongs to, if any
 */
public record CardTransaction(
        long id,
        CardAmount amount,
        OrganizerSlug acceptor,
        @Nullable String text,
        @Nullable Object info,
        @Nullable OrderBooking booking) {

    /** A booking that only changes the credit: the first one of a card, or a new value set from outside. */
    public static CardTransaction plain(long id, CardAmount amount, OrganizerSlug acceptor) {
        return new CardTransaction(id, amount, acceptor, null, null, null);
    }

    /** A booking for an order. */
    public static CardTransaction forOrder(long id, CardAmount amount, OrganizerSlug acceptor, OrderBooking booking) {
        return new CardTransaction(id, amount, acceptor, null, null, booking);
    }
}
