package org.gatebook.query.order.line;

import java.util.List;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.ticket.IssuedTicket;
import org.gatebook.query.order.shown.StoredLine;
import org.gatebook.query.text.JsonText;
import org.gatebook.query.ticket.TicketText;
import org.gatebook.web.answer.ApiJson;

/** A position that was never stored, as if it were. */
public final class PreviewedLine {

    private PreviewedLine() {}

    /** The position with its ticket. */
    public static StoredLine of(OrderLine placed, IssuedTicket ticket) {
        LineView line = LineView.of(placed);
        return new StoredLine(
                line.id(),
                line.positionid(),
                line.item(),
                false,
                line.addonTo() != null,
                line.attendee().answers().isEmpty()
                        ? null
                        : ApiJson.mapper().writeValueAsString(line.attendee().answers()),
                line.seat(),
                false,
                LineText.of(line),
                JsonText.quoted(ticket.secret().value().orElse("")),
                JsonText.quoted(ticket.pseudonymizationId().value().orElse("")),
                TicketText.validity(ticket.validFrom(), ticket.validUntil(), List.of()),
                "[]");
    }
}
