package org.gatebook.command.quota;

import java.util.Map;
import java.util.Objects;
import org.gatebook.api.offer.Quota;
import org.gatebook.api.order.PlaceQuery.CountPlaces;
import org.gatebook.catalogue.quota.QuotaFollower;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.usage.Counted;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.UsageCounters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts a quota anew when it counts something else than before (ADR 0024). */
@Component
class QuotaRecount implements QuotaFollower {

    private final UsageCounters counters;
    private final Questions questions;

    QuotaRecount(UsageCounters counters, Questions questions) {
        this.counters = counters;
        this.questions = questions;
    }

    @Override
    public void quotaChanged(Owner event, @Nullable Quota before, @Nullable Quota after) {
        Quota known = after == null ? before : after;
        if (known != null && !sameCount(before, after)) {
            counters.recount(() ->
                    Map.of(Counted.quota(known.id()), after == null || after.size() == null ? 0 : taken(event, after)));
        }
    }

    /** Quotas without size, and those that are gone, are not counted. */
    private static boolean sameCount(@Nullable Quota before, @Nullable Quota after) {
        if (before == null || before.size() == null) {
            return after == null || after.size() == null;
        }
        if (after == null || after.size() == null) {
            return false;
        }
        return before.items().equals(after.items())
                && before.variations().equals(after.variations())
                && Objects.equals(before.subevent(), after.subevent());
    }

    private long taken(Owner event, Quota quota) {
        return questions
                .ask(new CountPlaces(event.organizer(), Objects.requireNonNull(event.event()), quota.items()))
                .stream()
                .filter(taken -> quota.covers(taken.item(), taken.variation(), taken.subevent()))
                .mapToLong(taken -> taken.count())
                .sum();
    }
}
