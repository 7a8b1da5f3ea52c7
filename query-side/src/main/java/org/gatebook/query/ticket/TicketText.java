package org.gatebook.query.ticket;

import java.time.Instant;
import java.util.List;
import org.gatebook.query.text.JsonText;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.form.ApiText;
import org.jspecify.annotations.Nullable;

/** What a position shows of its ticket (behaviour notes, orders 4.6). */
public final class TicketText {

    private TicketText() {}

    /** From when until when a ticket is good and why it is not: JSON keys with values, without braces. */
    public static String validity(@Nullable Instant from, @Nullable Instant until, List<String> blocks) {
        StringBuilder text = new StringBuilder("\"valid_from\":");
        moment(text, from);
        text.append(",\"valid_until\":");
        moment(text, until);
        text.append(",\"blocked\":")
                .append(blocks.isEmpty() ? "null" : ApiJson.mapper().writeValueAsString(blocks));
        return text.toString();
    }

    private static void moment(StringBuilder text, @Nullable Instant moment) {
        if (moment == null) {
            text.append("null");
        } else {
            JsonText.quote(text, ApiText.moment(moment));
        }
    }
}
