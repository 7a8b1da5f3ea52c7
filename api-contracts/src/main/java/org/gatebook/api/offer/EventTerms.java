package org.gatebook.api.offer;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an event that decisions look at, after inheritance from organizer and defaults (behaviour notes,
 * orders 21.3).
 *
 * @param nameScheme how names are made of their parts
 * @param paymentProviders identifiers of the providers that the event knows, enabled or not
 * @param defaultTaxRule the rule for payment and cancellation fees; null without
 * @param ticketSecretGenerator {@code random} or {@code pretix_sig1}
 * @param ticketOutputs identifiers of the enabled forms of ticket files
 */
public record EventTerms(
        String nameScheme,
        Payment payment,
        Set<String> paymentProviders,
        @Nullable Long defaultTaxRule,
        String ticketSecretGenerator,
        int ticketSecretLength,
        Downloads downloads,
        Set<String> ticketOutputs) {

    public EventTerms {
        paymentProviders = Set.copyOf(paymentProviders);
        ticketOutputs = Set.copyOf(ticketOutputs);
    }

    /**
     * Until when a pending order may be paid (behaviour notes, orders 21.2).
     *
     * @param byMinutes whether the term is counted in minutes, else in days
     * @param weekdays whether a term that ends at a weekend moves to Monday
     * @param last an absolute date ({@code 2030-05-01}) or a relative one ({@code RELDATE/...}); null without
     * @param acceptLate whether money is taken after the term
     */
    public record Payment(
            boolean byMinutes,
            int days,
            int minutes,
            boolean weekdays,
            @Nullable String last,
            boolean acceptLate,
            boolean expireAutomatically,
            int expireDelayDays) {}

    /** When ticket files may be downloaded (behaviour notes, orders 4.8). */
    public record Downloads(boolean enabled, boolean pending, boolean nonAdmission, boolean addons) {}
}
