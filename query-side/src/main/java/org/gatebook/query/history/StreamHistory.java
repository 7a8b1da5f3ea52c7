package org.gatebook.query.history;

import org.gatebook.web.answer.Answer;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.request.ApiRequest;
import org.springframework.stereotype.Component;

/** The history below one resource. */
@Component
class StreamHistory {

    private final HistoryPages history;

    StreamHistory(HistoryPages history) {
        this.history = history;
    }

    /** The page of one stream that the request asks for; 404 when the organizer has no such stream. */
    Answer of(ApiRequest request, String stream) {
        if (!history.has(request, stream)) {
            return Answer.notFound();
        }
        return Answer.ok(history.read(request, Condition.of("aggregate_id = :stream", "stream", stream))
                .toJson(request.pageLinks()));
    }
}
