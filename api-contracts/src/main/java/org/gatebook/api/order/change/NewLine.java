package org.gatebook.api.order.change;

import java.time.Instant;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.personal.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A position that is to be added to an order (behaviour notes, orders 15.4 and 17.4).
 *
 * @param id a fresh number
 * @param price gross, by the normal rate; null to have it computed
 * @param addonTo the main position's id; null for main positions
 * @param seat the seat's guid; null without
 * @param attendee sealed under the position
 * @param validFrom null if at once
 * @param validUntil null if for ever
 */
public record NewLine(
        long id,
        long item,
        @Nullable Long variation,
        @Nullable Long subevent,
        @Nullable Money price,
        @Nullable Long addonTo,
        @Nullable String seat,
        Personal<Attendee> attendee,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {}
