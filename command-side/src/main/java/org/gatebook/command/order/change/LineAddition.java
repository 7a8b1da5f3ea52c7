package org.gatebook.command.order.change;

import java.util.Map;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.Category;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.order.change.ChangeRefusals;
import org.gatebook.api.order.change.NewLine;
import org.gatebook.command.order.price.LinePrice;
import org.gatebook.command.order.price.TaxedPrice;
import org.gatebook.command.order.state.Line;
import org.jspecify.annotations.Nullable;

/** A position on its way into an order (behaviour notes, orders 17.4). How many add-ons there are is not looked at. */
final class LineAddition {

    private final EventOffer offer;
    private final LineTaxes taxes;
    private final NewLine wanted;
    private final Item item;
    private final @Nullable Line main;
    private final @Nullable Seat seat;

    LineAddition(ChangeFacts facts, LineTaxes taxes, NewLine wanted, Item item, @Nullable Line main) {
        this.offer = facts.offer();
        this.taxes = taxes;
        this.wanted = wanted;
        this.item = item;
        this.main = main;
        this.seat = wanted.seat() == null ? null : facts.seat(wanted.seat(), wanted.subevent());
    }

    /** Carries it out; why it cannot be, or null. */
    @Nullable
    Refusal carryOut(ContentsDraft draft) {
        Refusal refusal = refusal();
        if (refusal == null) {
            draft.add(line(draft.nextPositionid()), wanted.validFrom(), wanted.validUntil());
        }
        return refusal;
    }

    private @Nullable Refusal refusal() {
        if (wanted.seat() != null && seat == null) {
            return ChangeRefusals.UNKNOWN_SEAT;
        }
        if (taxes.forbid(taxes.ruleOf(item))) {
            return ChangeRefusals.NOT_SOLD_THERE;
        }
        if (wanted.variation() == null && !item.variations().isEmpty()) {
            return ChangeRefusals.VARIATION_NEEDED;
        }
        if (wanted.addonTo() == null && isAddon()) {
            return ChangeRefusals.ADDON_NEEDS_BASE;
        }
        if (wanted.addonTo() != null && !mayBeAdded() && !isBundled()) {
            return ChangeRefusals.ADDON_NOT_ALLOWED;
        }
        if (offer.series() && wanted.subevent() == null) {
            return ChangeRefusals.DATE_NEEDED;
        }
        if (isSeated() && seat == null) {
            return ChangeRefusals.SEAT_NEEDED;
        }
        if (!isSeated() && seat != null) {
            return ChangeRefusals.SEAT_NOT_ALLOWED;
        }
        return offer.quotasOf(wanted.item(), wanted.variation(), wanted.subevent())
                        .isEmpty()
                ? ChangeRefusals.NO_QUOTA
                : null;
    }

    private boolean isAddon() {
        Category category = item.category() == null ? null : offer.categories().get(item.category());
        return category != null && category.addon();
    }

    private boolean mayBeAdded() {
        return main != null
                && offer.item(main.item())
                        .flatMap(product -> product.addonOf(item.category()))
                        .isPresent();
    }

    private boolean isBundled() {
        return main != null
                && offer.item(main.item())
                        .filter(product -> product.bundles(wanted.item(), wanted.variation()))
                        .isPresent();
    }

    private boolean isSeated() {
        Long subevent = wanted.subevent();
        Subevent date = subevent == null ? null : offer.subevents().get(subevent);
        Map<String, Long> categories = date == null ? offer.details().seatCategories() : date.seatCategories();
        return categories.containsValue(item.id());
    }

    private OrderLine line(int positionid) {
        TaxRule rule = taxes.ruleOf(item);
        Money given = wanted.price();
        TaxedPrice price = given == null
                ? LinePrice.computed(taxes.listed(item, wanted.variation(), wanted.subevent()), rule, taxes.rate(rule))
                : LinePrice.byNormalRate(given, rule, taxes.rate(rule));
        return new OrderLine(
                wanted.id(),
                positionid,
                wanted.item(),
                wanted.variation(),
                wanted.subevent(),
                price.gross(),
                rule == null ? null : rule.id(),
                price.rate(),
                price.tax(),
                null,
                null,
                null,
                wanted.addonTo(),
                wanted.addonTo() != null && !mayBeAdded(),
                seat == null ? null : seat.id(),
                wanted.attendee());
    }
}
