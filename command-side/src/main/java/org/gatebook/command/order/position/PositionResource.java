package org.gatebook.command.order.position;

import org.gatebook.api.order.OrderQuery.FindLines;
import org.gatebook.api.order.OrderQuery.FindPosition;
import org.gatebook.api.order.OrderQuery.FoundPosition;
import org.gatebook.api.order.OrderQuery.KnownLine;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.ApiRequest;
import org.springframework.stereotype.Component;

/** The position that a request is about. */
@Component
class PositionResource {

    private final Questions questions;

    PositionResource(Questions questions) {
        this.questions = questions;
    }

    /**
     * The position of this number in the event of the path; a cancelled one is found only if the client asks for those.
     *
     * @throws org.gatebook.web.error.Rejected with 404
     */
    FoundPosition require(ApiRequest request, long position) {
        return questions
                .ask(new FindPosition(
                        request.organizer(),
                        request.event(),
                        position,
                        request.query().isTrue("include_canceled_positions")))
                .orElseThrow(() -> ApiError.notFound().rejected());
    }

    /** What its order knows of it. */
    KnownLine line(FoundPosition position) {
        return questions.ask(new FindLines(position.order().id())).stream()
                .filter(line -> line.id() == position.id())
                .findFirst()
                .orElseThrow(() -> ApiError.notFound().rejected());
    }
}
