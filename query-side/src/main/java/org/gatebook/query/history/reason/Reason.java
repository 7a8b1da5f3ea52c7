package org.gatebook.query.history.reason;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.gatebook.query.history.sentence.Told;

/**
 * Why one thing about a resource is as it is.
 *
 * @param about what: {@code status}, {@code total}, {@code last_scan} ...
 * @param sentence how it is, and why
 * @param steps the events that made it so, the newest first; each names the one that led to it
 * @param omitted how many older steps are left out
 */
@JsonPropertyOrder({"about", "sentence", "steps", "omitted"})
record Reason(String about, String sentence, List<Told> steps, int omitted) {

    Reason {
        steps = List.copyOf(steps);
    }
}
