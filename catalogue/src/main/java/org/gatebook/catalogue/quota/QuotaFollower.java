package org.gatebook.catalogue.quota;

import org.gatebook.api.offer.Quota;
import org.gatebook.catalogue.resource.Owner;
import org.jspecify.annotations.Nullable;

/**
 * Hears of every quota that begins, ends or counts something else than before, in the transaction that makes it so. Whoever
 * keeps counters recounts then.
 */
public interface QuotaFollower {

    /**
     * A quota has changed: its size, what it counts, its date, whether it is closed or how it closes.
     *
     * @param event whose quota it is
     * @param before null when the quota is new
     * @param after null when the quota is gone
     */
    void quotaChanged(Owner event, @Nullable Quota before, @Nullable Quota after);
}
