package org.gatebook.api.erasure;

import java.time.LocalDate;
import org.gatebook.api.decision.Refusal;

/** Every reason for which somebody is not erased. */
public final class ErasureRefusals {

    private ErasureRefusals() {}

    /** Tickets of erased people open no door, which is seldom wanted before it opened. */
    public static final Refusal ALIVE = Refusal.invalid(
            "erasure.alive",
            "force",
            "The order is pending or paid and its event is not over. Its tickets could not be used any more. Cancel it"
                    + " first, or set force.");

    /** Orders of a log from before invoices had keys of their own. */
    public static final Refusal NOT_APART = new Refusal(
            Refusal.Kind.INVALID,
            "erasure.not_apart",
            "An invoice of this order must be kept, and its recipient is sealed with the order's own key.",
            null);

    /** Nobody is there any more who could be erased. */
    public static final Refusal NOTHING_LEFT = new Refusal(
            Refusal.Kind.INVALID, "erasure.nothing_left", "All personal data of this subject was erased before.", null);

    /** What is left are invoices. */
    public static Refusal kept(LocalDate until) {
        return new Refusal(
                Refusal.Kind.INVALID,
                "erasure.kept",
                "Only the recipients of invoices are left of this subject, which the law wants kept until " + until
                        + ".",
                null);
    }
}
