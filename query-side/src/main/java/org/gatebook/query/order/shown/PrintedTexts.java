package org.gatebook.query.order.shown;

import java.util.Collection;
import java.util.Map;
import org.gatebook.api.OrganizerSlug;

/** The texts of printed tickets, for apps that print them (behaviour notes, orders 4.9). */
public interface PrintedTexts {

    /** The texts of all positions of these orders, a JSON object each, by position. */
    Map<Long, String> of(OrganizerSlug organizer, Collection<Long> orders);
}
