package org.gatebook.api.giftcard;

import java.time.Instant;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of a gift card as clients see it (behaviour notes, gift cards 1.8).
 *
 * @param datetime when it was booked
 * @param event the order's event, if it was booked for an order
 * @param order the order's code, if it was booked for an order
 * @param acceptor the organizer that booked
 */
public record GiftCardTransactionView(
        long id,
        Instant datetime,
        CardAmount value,
        @Nullable EventSlug event,
        @Nullable String order,
        @Nullable String text,
        @Nullable Object info,
        OrganizerSlug acceptor) {}
