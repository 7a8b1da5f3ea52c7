package org.gatebook.command.order.revive;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;
import static org.gatebook.web.form.kind.Types.flag;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.OrderCommand.ExtendOrder;
import org.gatebook.command.order.resource.ActionBodies;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.SingleValue;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Gives an order more time, until the end of a day of the event (behaviour notes, orders 12.6). The date is looked at
 * before the order is.
 */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class ExtendEndpoint {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final OrderResource orders;
    private final EventOffers offers;

    ExtendEndpoint(OrderResource orders, EventOffers offers) {
        this.orders = orders;
        this.offers = offers;
    }

    @Reads(value = ActionBodies.class, constant = "EXTENSION")
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/extend/")
    Answer extend(ApiRequest request, @PathVariable String code) {
        Instant expires = day(request)
                .atTime(END_OF_DAY)
                .atZone(offers.of(request.organizer(), request.event()).zone())
                .toInstant();
        boolean force = SingleValue.of(request.body(), "force", flag(), false);
        return orders.changed(
                request, new ExtendOrder(orders.require(request, code).id(), expires, request.now(), force));
    }

    private static LocalDate day(ApiRequest request) {
        JsonNode sent = SingleValue.raw(request.body(), "expires");
        if (sent.isMissingNode() || sent.isNull() || sent.asString("").isEmpty()) {
            throw ApiError.detail(400, "New date is missing.").rejected();
        }
        try {
            return LocalDate.parse(sent.asString(""));
        } catch (DateTimeParseException e) {
            throw ApiError.detail(400, "New date is invalid.").rejected();
        }
    }
}
