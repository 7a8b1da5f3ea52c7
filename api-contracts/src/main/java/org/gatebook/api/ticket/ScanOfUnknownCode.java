package org.gatebook.api.ticket;

import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.event.EventName;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Something was held before a scanner that is no ticket of the event. There is no aggregate to decide about it: each is a
 * stream of its own, with one event.
 */
public sealed interface ScanOfUnknownCode extends DomainEvent {

    /** Prefix of these streams' ids. */
    String KIND = "scan";

    /**
     * It was refused.
     *
     * @param reason stable code (behaviour notes, check-in 4.6)
     * @param explanation for whoever stood at the door; null if the reason says it all
     * @param barcode what was held before the scanner, sealed under the scan
     * @param item the product that a device read from the code; null if none
     * @param variation likewise
     * @param subevent the date, likewise
     */
    @EventName("scan.refused")
    record UnknownCodeRefused(
            OrganizerSlug organizer,
            EventSlug event,
            Scan scan,
            String reason,
            @Nullable String explanation,
            Personal<String> barcode,
            @Nullable Long item,
            @Nullable Long variation,
            @Nullable Long subevent)
            implements ScanOfUnknownCode {}

    /** The stream of a scan. */
    static String aggregateId(long scan) {
        return KIND + ":" + scan;
    }

    /** Whose the code is that was scanned. */
    static SubjectId subject(long scan) {
        return SubjectId.of(KIND, scan);
    }
}
