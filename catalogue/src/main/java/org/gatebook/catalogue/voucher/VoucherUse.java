package org.gatebook.catalogue.voucher;

import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;

/** Knows which positions came with a voucher; implemented where orders are known. */
public interface VoucherUse {

    /** Whether any position, of whatever order and whatever became of it, shows this voucher. */
    boolean isShown(OrganizerSlug organizer, EventSlug event, long voucher);
}
