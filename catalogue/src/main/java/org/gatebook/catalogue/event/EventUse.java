package org.gatebook.catalogue.event;

import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;

/** Knows whether anything was ordered from an event, for which of its dates, by which of its rules; implemented where orders are known. */
public interface EventUse {

    /** Whether the event has any order or invoice, whatever became of it. */
    boolean isUsed(OrganizerSlug organizer, EventSlug event);

    /** Whether any order, whatever became of it, has a ticket for this date. */
    boolean isDateUsed(OrganizerSlug organizer, EventSlug event, long subevent);

    /** Whether anything of an order, whatever became of it, was taxed by this rule. */
    boolean isTaxRuleUsed(OrganizerSlug organizer, EventSlug event, long taxRule);
}
