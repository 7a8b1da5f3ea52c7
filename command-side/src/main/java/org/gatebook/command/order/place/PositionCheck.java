package org.gatebook.command.order.place;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Voucher;
import org.gatebook.command.order.form.PositionWish;
import org.gatebook.command.order.price.ListedPrice;
import org.gatebook.command.order.price.VoucherPrice;
import org.gatebook.command.order.usage.Room;
import org.gatebook.command.order.usage.WantedPlace;
import org.gatebook.web.error.FieldErrorCollector;
import org.jspecify.annotations.Nullable;

/** Goes through the positions in the order of the request, and takes what they use of what there is. */
final class PositionCheck {

    /** The API speaks one language. */
    private static final String LANGUAGE = "en";

    private static final String VOUCHER = "voucher";
    private static final String SEAT = "seat";

    private final EventOffer offer;
    private final Room room;
    private final Instant now;
    private final boolean blockedToo;
    private final List<Map<String, String>> errors = new ArrayList<>();

    /** @param blockedToo whether the order's sales channel may sell seats that the organizer keeps back */
    PositionCheck(EventOffer offer, Room room, boolean blockedToo, Instant now) {
        this.blockedToo = blockedToo;
        this.offer = offer;
        this.room = room;
        this.now = now;
    }

    /** Takes voucher and seat; the voucher's use, or null without. */
    @Nullable
    VoucherUse use(PositionWish position, WantedPlace wanted) {
        Map<String, String> wrong = new LinkedHashMap<>();
        errors.add(wrong);
        VoucherUse use = null;
        if (wanted.voucher() != null) {
            use = new VoucherUse(wanted.voucher(), room.budgetLeft(wanted.voucher()));
            if (!redeems(position, wanted.voucher(), wrong)) {
                return use;
            }
        }
        sit(position, wanted, wrong);
        return use;
    }

    /** Takes the places. */
    void places() {
        List<@Nullable Refusal> refusals = room.places(LANGUAGE);
        for (int index = 0; index < refusals.size(); index++) {
            complain(refusals.get(index), errors.get(index));
        }
    }

    /** What is wrong, at this list. */
    FieldErrorCollector errors(String list) {
        FieldErrorCollector collector = new FieldErrorCollector().length(errors.size(), list);
        for (int index = 0; index < errors.size(); index++) {
            int position = index;
            errors.get(index).forEach((field, text) -> collector.add(text, list, position, field));
        }
        return collector;
    }

    /** Whether the position is looked at any further. A used up voucher does not end it, all else does. */
    private boolean redeems(PositionWish position, Voucher voucher, Map<String, String> wrong) {
        String unfit = unfit(position, voucher);
        if (unfit != null) {
            wrong.put(VOUCHER, unfit);
            return false;
        }
        complain(room.redeem(voucher), wrong);
        Money listed =
                new Money(ListedPrice.of(position.item(), position.variation(), position.subevent()), offer.currency());
        Money price = position.price() == null
                ? VoucherPrice.of(voucher, listed)
                : new Money(position.price(), offer.currency());
        Money discount = listed.minus(price);
        Refusal refusal = room.discount(
                voucher, discount.isNegative() ? Money.zero(offer.currency()) : discount, position.price() != null);
        complain(refusal, wrong);
        return refusal == null;
    }

    private @Nullable String unfit(PositionWish position, Voucher voucher) {
        if (position.isAddon()) {
            return "Vouchers are currently not supported for add-on products.";
        }
        if (!voucher.appliesTo(offer, position.item().id(), position.variationId())) {
            return "This voucher is not valid for this product.";
        }
        if (voucher.subevent() != null && !voucher.subevent().equals(position.subeventId())) {
            return "This voucher is not valid for this event date.";
        }
        return voucher.isExpired(now) ? "This voucher is expired." : null;
    }

    private void sit(PositionWish position, WantedPlace wanted, Map<String, String> wrong) {
        if (position.seat() == null) {
            if (isSeated(position)) {
                wrong.put(SEAT, "The specified product requires to choose a seat.");
            }
            return;
        }
        if (position.isAddon()) {
            wrong.put(SEAT, "Seats are currently not supported for add-on products.");
            return;
        }
        if (!isSeated(position)) {
            wrong.put(SEAT, "The specified product does not allow to choose a seat.");
        }
        Seat seat = wanted.seat();
        if (seat == null) {
            wrong.put(SEAT, "The specified seat does not exist.");
        } else {
            complain(room.sit(seat, wanted.voucher(), blockedToo), wrong);
        }
    }

    private boolean isSeated(PositionWish position) {
        Map<String, Long> categories = position.subevent() == null
                ? offer.details().seatCategories()
                : position.subevent().seatCategories();
        return categories.containsValue(position.item().id());
    }

    /** The last word on a field wins, as in the reference. */
    private static void complain(@Nullable Refusal refusal, Map<String, String> wrong) {
        if (refusal != null && refusal.field() != null) {
            wrong.put(refusal.field(), refusal.text());
        }
    }
}
