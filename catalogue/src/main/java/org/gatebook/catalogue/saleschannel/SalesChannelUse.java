package org.gatebook.catalogue.saleschannel;

import org.gatebook.api.OrganizerSlug;

/** Knows whether anything was sold through a channel; implemented where orders are known. */
public interface SalesChannelUse {

    /** Whether any order of the organizer, whatever became of it, came through this channel. */
    boolean isUsed(OrganizerSlug organizer, String identifier);
}
