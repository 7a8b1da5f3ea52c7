package org.gatebook.command.order.position;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.List;
import org.gatebook.api.order.OrderQuery.FoundPosition;
import org.gatebook.api.order.change.ChangeOperation.CancelLine;
import org.gatebook.command.order.contents.OrderChanges;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Takes a position and its add-ons out of its order (behaviour notes, orders 15.5); refusals come as a list. */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class CancelPositionEndpoint {

    private final PositionResource positions;
    private final OrderChanges changes;

    CancelPositionEndpoint(PositionResource positions, OrderChanges changes) {
        this.positions = positions;
        this.changes = changes;
    }

    @DeleteMapping("/api/v1/organizers/{organizer}/events/{event}/orderpositions/{id}/")
    Answer cancel(ApiRequest request, @PathVariable("id") long id) {
        FoundPosition position = positions.require(request, id);
        return Answer.decided(
                changes.change(request, position.order(), List.of(new CancelLine(id)), false, true),
                canceled -> Answer.noContent());
    }
}
