package org.gatebook.command.order.position;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.List;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.OrderQuery.FindLines;
import org.gatebook.api.order.OrderQuery.FindOrder;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.api.order.OrderQuery.KnownLine;
import org.gatebook.api.order.change.ChangeOperation.AddLine;
import org.gatebook.api.order.change.NewLine;
import org.gatebook.command.order.contents.OrderChanges;
import org.gatebook.command.order.form.NewLineForm;
import org.gatebook.command.order.form.OfferLookups;
import org.gatebook.command.order.form.attendee.AttendeeForm;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Adds a position to an order (behaviour notes, orders 15.4). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class AddPositionEndpoint {

    private final EventOffers offers;
    private final OfferLookups lookups;
    private final OrderChanges changes;
    private final OrderResource orders;
    private final Questions questions;
    private final ClientIds ids;

    AddPositionEndpoint(
            EventOffers offers,
            OfferLookups lookups,
            OrderChanges changes,
            OrderResource orders,
            Questions questions,
            ClientIds ids) {
        this.offers = offers;
        this.lookups = lookups;
        this.changes = changes;
        this.orders = orders;
        this.questions = questions;
        this.ids = ids;
    }

    @Reads(value = PositionBody.class, constant = "ADDED")
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orderpositions/")
    Answer add(ApiRequest request) {
        EventOffer offer = offers.of(request.organizer(), request.event());
        Lookups known = lookups.of(request, offer)
                .and(
                        PositionBody.ORDERS,
                        (String code) -> questions
                                .ask(new FindOrder(request.organizer(), request.event(), code))
                                .orElse(null));
        Parsed sent = PositionBody.ADDED.create(request.body(), known);
        FoundOrder order = sent.get(PositionBody.ORDER);
        String scheme = offer.terms().nameScheme();
        NewLine line = NewLineForm.line(sent, ids.next(), main(order, sent), offer.currency(), scheme, known);
        return Answer.decided(changes.change(request, order, List.of(new AddLine(line)), false, false), added -> {
            // The reference reads the attendee once more, as a change of the position that is there now.
            AttendeeForm.patch(AttendeeForm.PATCH.change(request.body(), known), scheme, known);
            return Answer.createdLater(() -> orders.position(line.id(), request));
        });
    }

    private @Nullable KnownLine main(FoundOrder order, Parsed sent) {
        long number = NewLineForm.main(sent);
        return number == 0
                ? null
                : questions.ask(new FindLines(order.id())).stream()
                        .filter(line -> !line.canceled() && line.positionid() == number)
                        .findFirst()
                        .orElseThrow(() -> ApiError.field("addon_to", NewLineForm.UNKNOWN_MAIN)
                                .rejected());
    }
}
