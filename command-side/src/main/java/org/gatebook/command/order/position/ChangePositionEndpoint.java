package org.gatebook.command.order.position;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.List;
import java.util.UUID;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderCommand.ChangeAttendee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FoundPosition;
import org.gatebook.api.order.OrderQuery.KnownLine;
import org.gatebook.api.order.change.AnsweredFiles;
import org.gatebook.api.order.change.AttendeePatch;
import org.gatebook.api.order.change.ChangeOperation.AlterLine;
import org.gatebook.api.order.change.LinePatch;
import org.gatebook.catalogue.upload.UploadedFiles;
import org.gatebook.command.order.contents.OrderChanges;
import org.gatebook.command.order.form.LinePatchForm;
import org.gatebook.command.order.form.OfferLookups;
import org.gatebook.command.order.form.attendee.AttendeeForm;
import org.gatebook.command.order.resource.OrderResource;
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
 * Changes a position in two stages over the same body (behaviour notes, orders 15.3): what it is and costs, then who comes.
 * What the second stage refuses undoes the first.
 */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class ChangePositionEndpoint {

    private final EventOffers offers;
    private final PositionResource positions;
    private final OfferLookups lookups;
    private final OrderChanges changes;
    private final OrderResource orders;
    private final UploadedFiles files;

    ChangePositionEndpoint(
            EventOffers offers,
            PositionResource positions,
            OfferLookups lookups,
            OrderChanges changes,
            OrderResource orders,
            UploadedFiles files) {
        this.offers = offers;
        this.positions = positions;
        this.lookups = lookups;
        this.changes = changes;
        this.orders = orders;
        this.files = files;
    }

    @Reads(PositionBody.class)
    @PatchMapping("/api/v1/organizers/{organizer}/events/{event}/orderpositions/{id}/")
    Answer change(ApiRequest request, @PathVariable("id") long id) {
        FoundPosition found = positions.require(request, id);
        KnownLine present = positions.line(found);
        EventOffer offer = offers.of(request.organizer(), request.event());
        var alteration = new AlterLine(id, terms(request, offer, present));
        return Answer.decided(changes.change(request, found.order(), List.of(alteration), false, false), changed -> {
            AttendeePatch patch = attendee(request, offer, present);
            OrderId order = found.order().id();
            return Answer.decided(orders.send(new ChangeAttendee(order, id, patch)), answered -> {
                keep(answered);
                return Answer.okLater(() -> orders.position(id, request));
            });
        });
    }

    private LinePatch terms(ApiRequest request, EventOffer offer, KnownLine present) {
        Parsed sent = LinePatchForm.FORM.change(request.body(), lookups.ofChange(request, offer));
        String fault = LinePatchForm.variationFault(sent, present, offer);
        if (fault != null) {
            throw ApiError.field("variation", fault).rejected();
        }
        return LinePatchForm.patch(sent, offer.currency());
    }

    private AttendeePatch attendee(ApiRequest request, EventOffer offer, KnownLine present) {
        Lookups known =
                lookups.ofAttendee(request, offer, present.attendee().value().orElseGet(Attendee::unknown));
        Parsed sent = AttendeeForm.PATCH.change(request.body(), known);
        return AttendeeForm.patch(sent, offer.terms().nameScheme(), known);
    }

    private void keep(AnsweredFiles answered) {
        answered.needed().stream().map(UUID::fromString).forEach(files::keep);
        answered.unneeded().stream().map(UUID::fromString).forEach(files::release);
    }
}
