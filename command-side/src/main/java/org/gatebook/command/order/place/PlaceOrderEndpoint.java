package org.gatebook.command.order.place;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.command.order.form.OrderBody;
import org.gatebook.command.order.form.OrderForm;
import org.gatebook.command.order.form.OrderWish;
import org.gatebook.command.order.mail.OrderMails;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Places an order (behaviour notes, orders 7). Errors come in rounds; each round's are told together (7.2). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class PlaceOrderEndpoint {

    private final EventOffers offers;
    private final OrderBody body;
    private final PositionChecks checks;
    private final Simulation simulation;
    private final OrderPlacement placement;
    private final OrderResource orders;
    private final OrderMails mails;

    PlaceOrderEndpoint(
            EventOffers offers,
            OrderBody body,
            PositionChecks checks,
            Simulation simulation,
            OrderPlacement placement,
            OrderResource orders,
            OrderMails mails) {
        this.offers = offers;
        this.body = body;
        this.checks = checks;
        this.simulation = simulation;
        this.placement = placement;
        this.orders = orders;
        this.mails = mails;
    }

    @Reads(OrderForm.class)
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/")
    Answer place(ApiRequest request) {
        EventOffer offer = offers.of(request.organizer(), request.event());
        OrderWish wish = body.read(request, offer);
        PositionUses uses = checks.require(offer, wish, request.now());
        return switch (Quotation.of(offer, wish, uses.vouchers(), request.now())) {
            case Quotation.Result.Refused refused -> Answer.refusal(refused.refusal());
            case Quotation.Result.Made made -> {
                if (wish.sent().get(OrderForm.SIMULATE, false)) {
                    yield Answer.created(simulation.answer(offer, wish, made.quote(), uses, request));
                }
                OrderId id = new OrderId(request.clientId());
                yield Answer.decided(
                        placement.place(offer, wish, made.quote(), uses.seats(), id, request.now()), command -> {
                            if (command.placed().mailWanted()) {
                                mails.placed(request, command);
                            }
                            return placed(command.placed(), request);
                        });
            }
        };
    }

    /** The address of the order is that of the buyer's page (behaviour notes, orders 1.3). */
    private Answer placed(PlacedOrder order, ApiRequest request) {
        String page = "/" + order.organizer().value() + "/" + order.event().value() + "/order/"
                + order.code().value() + "/" + order.secret().value().orElseThrow() + "/";
        return Answer.createdLater(() -> shown(order, request))
                .with("Location", request.links().to(page));
    }

    private Object shown(PlacedOrder order, ApiRequest request) {
        Object shown = orders.shown(order.id(), request);
        return order.mailWanted() ? BlankAddress.in(shown) : shown;
    }
}
