package org.gatebook.web.access;

import java.util.Locale;
import org.gatebook.web.answer.Answer;
import org.jspecify.annotations.Nullable;

/** Whether the client takes JSON, the only language of the API (behaviour notes, orders 1.2). */
public final class Negotiation {

    private Negotiation() {}

    /** 406 when the {@code Accept} header admits no JSON; null when it does. Weights do not count, as in the reference. */
    public static @Nullable Answer refusal(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return null;
        }
        for (String range : accept.split(",", -1)) {
            int parameters = range.indexOf(';');
            String type = (parameters < 0 ? range : range.substring(0, parameters))
                    .strip()
                    .toLowerCase(Locale.ROOT);
            if (type.equals("*/*") || type.equals("application/*") || type.equals("application/json")) {
                return null;
            }
        }
        return Answer.detail(406, "Could not satisfy the request Accept header.");
    }
}
