package org.gatebook.api.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.money.Money;
import org.gatebook.api.personal.Personal;
import org.jspecify.annotations.Nullable;

/**
 * An order as it was placed.
 *
 * @param secret 16 characters; who knows it may look at the order; sealed under the order
 * @param locale language of texts for the buyer
 * @param datetime when it was placed
 * @param expires until when a pending order holds its places
 * @param followupAt when the organizer wants to look at it again
 * @param checkinAttention whether the door is to be warned
 * @param checkinText shown at the door; sealed, because it speaks of the guest
 * @param validIfPending whether its tickets are good before it is paid
 * @param apiMeta any JSON of the client, who may well keep personal values in it: sealed under the order
 * @param customer identifier of the customer account
 * @param mailWanted whether the client wants the buyer to be told; {@code order.mail_requested} says so then, too
 * @param total sum of the lines' prices and the fees' values
 * @param cartPositions ids of the cart positions that became this order: their streams hold what was sent about its guests,
 *     and whoever erases those erases these too; null if there were none
 */
public record PlacedOrder(
        OrderId id,
        OrderCode code,
        OrganizerSlug organizer,
        EventSlug event,
        boolean testmode,
        Personal<String> secret,
        String locale,
        String salesChannel,
        Instant datetime,
        Instant expires,
        Personal<Buyer> buyer,
        @Nullable LocalDate followupAt,
        boolean checkinAttention,
        @Nullable Personal<String> checkinText,
        boolean requireApproval,
        boolean validIfPending,
        Personal<Object> apiMeta,
        @Nullable String customer,
        List<OrderLine> lines,
        List<OrderFee> fees,
        boolean mailWanted,
        Money total,
        @Nullable List<Long> cartPositions) {

    public PlacedOrder {
        lines = List.copyOf(lines);
        fees = List.copyOf(fees);
        cartPositions = cartPositions == null ? null : List.copyOf(cartPositions);
    }

    /** Of a placed order, the cart positions that became it. */
    public List<Long> fromCarts() {
        return cartPositions == null ? List.of() : cartPositions;
    }
}
