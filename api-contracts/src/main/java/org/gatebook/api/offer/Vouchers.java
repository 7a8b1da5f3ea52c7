package org.gatebook.api.offer;

import java.util.Collection;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;

/** The vouchers of an event, of which there may be very many. Read within the present transaction, never from memory. */
public interface Vouchers {

    /** Those that have one of these codes, exactly as written, by code; one statement, none for no codes. */
    Map<String, Voucher> byCode(OrganizerSlug organizer, EventSlug event, Collection<String> codes);

    /** Those that have one of these numbers, by number; one statement, none for no numbers. */
    Map<Long, Voucher> byId(OrganizerSlug organizer, EventSlug event, Collection<Long> ids);
}
