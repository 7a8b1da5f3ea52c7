package org.gatebook.command.order.details;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.time.Instant;
import org.gatebook.api.catalogue.OrganizerCatalogue;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.OrderCommand.ChangeOrderDetails;
import org.gatebook.api.order.OrderCommand.ExtendOrder;
import org.gatebook.api.order.OrderDetails;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FindOrderDetails;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Changes what accompanies an order (behaviour notes, orders 6.3). Another expiry is more time, with the checks that go
 * with it (decisions, "Repaired on purpose").
 */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class ChangeOrderEndpoint {

    private final OrderResource orders;
    private final Questions questions;
    private final EventOffers offers;
    private final OrganizerCatalogue catalogue;

    ChangeOrderEndpoint(OrderResource orders, Questions questions, EventOffers offers, OrganizerCatalogue catalogue) {
        this.orders = orders;
        this.questions = questions;
        this.offers = offers;
        this.catalogue = catalogue;
    }

    @Reads(OrderDetailsForm.class)
    @PatchMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/")
    Answer change(ApiRequest request, @PathVariable String code) {
        OrderId order = orders.require(request, code).id();
        EventOffer offer = offers.of(request.organizer(), request.event());
        Lookups lookups = Lookups.of(
                        OrderDetailsForm.LOCALES,
                        (String locale) -> offer.terms().locales().contains(locale) ? locale : null)
                .and(
                        OrderDetailsForm.CHANNELS,
                        (String name) ->
                                catalogue.salesChannels(request.organizer()).contains(name) ? name : null);
        Parsed sent = OrderDetailsForm.FORM.change(request.body(), lookups);
        Instant expires = sent.find(OrderDetailsForm.EXPIRES);
        if (expires != null) {
            Decision<OrderId> extended = orders.send(new ExtendOrder(order, expires, request.now(), false));
            if (extended instanceof Decision.Refused<OrderId> refused) {
                return Answer.of(ApiError.ofAction(refused.refusal()));
            }
        }
        OrderDetails present = questions.ask(new FindOrderDetails(order)).orElseThrow();
        OrderDetails changed =
                OrderDetailsForm.changed(sent, order, present, offer.terms().nameScheme(), request.now());
        return orders.changed(request, new ChangeOrderDetails(order, changed));
    }
}
