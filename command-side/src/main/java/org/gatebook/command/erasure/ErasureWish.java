package org.gatebook.command.erasure;

import java.time.Instant;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.erasure.ErasureReason;
import org.jspecify.annotations.Nullable;

/**
 * Why and how somebody is to be erased.
 *
 * @param id of the erasure, fresh
 * @param reference where the request for it is filed; null if nowhere
 * @param force whether an order may be erased that is still alive
 */
public record ErasureWish(
        long id,
        OrganizerSlug organizer,
        ErasureReason reason,
        @Nullable String reference,
        boolean force,
        Instant now) {}
