package org.gatebook.command.order.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.command.order.form.OrderForm;
import org.gatebook.command.order.form.OrderWish;
import org.gatebook.command.order.form.PositionWish;
import org.gatebook.command.order.usage.Places;
import org.gatebook.command.order.usage.Product;
import org.gatebook.command.order.usage.WantedPlace;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.error.FieldErrorCollector;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether there are vouchers, seats and places for the positions of a new order (behaviour notes, orders 7.7). */
@Component
class PositionChecks {

    /** The API speaks one language. */
    private static final String LANGUAGE = "en";

    private static final String POSITIONS = "positions";

    private final Places places;

    PositionChecks(Places places) {
        this.places = places;
    }

    /**
     * What each position uses.
     *
     * @throws org.gatebook.web.error.Rejected with what is wrong, position by position
     */
    List<@Nullable VoucherUse> require(EventOffer offer, OrderWish wish) {
        FieldErrorCollector errors =
                new FieldErrorCollector().length(wish.positions().size(), POSITIONS);
        List<@Nullable VoucherUse> uses = new ArrayList<>();
        wish.positions().forEach(position -> uses.add(null));
        if (!wish.sent().get(OrderForm.FORCE, false)) {
            checkPlaces(offer, wish, errors);
        }
        if (!errors.isEmpty()) {
            throw ApiError.fields(errors.errors()).rejected();
        }
        return uses;
    }

    private void checkPlaces(EventOffer offer, OrderWish wish, FieldErrorCollector errors) {
        List<WantedPlace> wanted = wish.positions().stream()
                .map(position -> new WantedPlace(product(position), false))
                .toList();
        List<@Nullable Refusal> refusals = places.toPlace(offer, wanted, List.of(), LANGUAGE);
        for (int index = 0; index < refusals.size(); index++) {
            Refusal refusal = refusals.get(index);
            if (refusal != null) {
                errors.add(refusal.text(), POSITIONS, index, Objects.requireNonNull(refusal.field()));
            }
        }
    }

    private static Product product(PositionWish position) {
        return new Product(position.item().id(), position.variationId(), position.subeventId());
    }
}
