package org.gatebook.command.order.form;

import java.math.BigDecimal;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.Voucher;
import org.gatebook.api.order.Attendee;
import org.jspecify.annotations.Nullable;

/**
 * A position as a client wants it (behaviour notes, orders 7.3).
 *
 * @param positionid counted from 1
 * @param addonTo the positionid of its main position; null for main positions
 * @param price gross; null to have it computed
 * @param voucher null without
 * @param seat the seat's guid; null without
 * @param secret for the ticket; null to have one made up
 * @param medium that becomes the ticket's; null without
 */
public record PositionWish(
        int positionid,
        @Nullable Integer addonTo,
        Item item,
        Item.@Nullable Variation variation,
        @Nullable Subevent subevent,
        @Nullable BigDecimal price,
        @Nullable Voucher voucher,
        @Nullable String seat,
        Attendee attendee,
        @Nullable String secret,
        boolean bundled,
        ValidityWish validity,
        @Nullable MediumId medium) {

    /** The variation's id; null without variation. */
    public @Nullable Long variationId() {
        return variation == null ? null : variation.id();
    }

    /** The date's id; null without date. */
    public @Nullable Long subeventId() {
        return subevent == null ? null : subevent.id();
    }

    /** Whether it comes with another position. */
    public boolean isAddon() {
        return addonTo != null;
    }
}
