package org.gatebook.command.checkin;

import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.ScanOfUnknownCode;
import org.gatebook.api.ticket.ScanOfUnknownCode.UnknownCodeRefused;
import org.gatebook.api.ticket.ScanReason;
import org.gatebook.command.ticket.secret.ClaimedTicket;
import org.gatebook.eventstore.EventAppender;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps scans of codes that are no ticket's. There is nothing to decide about them, so each is a stream by itself. */
@Component
public class UnknownCodes {

    private final EventAppender events;

    UnknownCodes(EventAppender events) {
        this.events = events;
    }

    /** Keeps the refusal. */
    public void refuse(
            OrganizerSlug organizer,
            EventSlug event,
            Scan scan,
            ScanReason reason,
            @Nullable String explanation,
            String barcode,
            ClaimedTicket claimed) {
        events.append(
                ScanOfUnknownCode.KIND,
                ScanOfUnknownCode.aggregateId(scan.id()),
                0,
                organizer,
                event,
                new UnknownCodeRefused(
                        organizer,
                        event,
                        scan,
                        reason.code(),
                        explanation,
                        Personal.bearer(ScanOfUnknownCode.subject(scan.id()), barcode),
                        claimed.item(),
                        claimed.variation(),
                        claimed.subevent()));
    }
}
