package org.gatebook.query.history.reason;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * Why a resource is as it is.
 *
 * @param resource its stream, for example {@code order:100123}
 * @param position of its newest event: what is told is its state up to there
 */
@JsonPropertyOrder({"resource", "position", "reasons"})
record WhyAnswer(String resource, long position, List<Reason> reasons) {

    WhyAnswer {
        reasons = List.copyOf(reasons);
    }

    static WhyAnswer of(String stream, Chronicle story, List<Reason> reasons) {
        return new WhyAnswer(stream, story.of(stream).findFirst().orElseThrow().position(), reasons);
    }
}
