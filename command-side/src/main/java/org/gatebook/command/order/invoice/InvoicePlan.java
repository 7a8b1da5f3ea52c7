package org.gatebook.command.order.invoice;

import java.util.List;
import org.gatebook.api.decision.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which documents are to be made, before anybody looks for what is on them.
 *
 * @param refusal why none are; null if the steps are to be done, however few
 */
public record InvoicePlan(@Nullable Refusal refusal, List<Step> steps) {

    public InvoicePlan {
        steps = List.copyOf(steps);
    }

    static InvoicePlan of(List<Step> steps) {
        return new InvoicePlan(null, steps);
    }

    static InvoicePlan refused(Refusal refusal) {
        return new InvoicePlan(refusal, List.of());
    }

    /** Whether nothing is to be done. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** One thing to be done. */
    public sealed interface Step {

        /** An invoice is cancelled by a document of its own. */
        record Cancel(long invoice) implements Step {}

        /** A new invoice is made. */
        record Issue() implements Step {}

        /** The invoice that was just made is cancelled at once, because its order is. */
        record CancelIssued() implements Step {}

        /** A document is made again, under its number. */
        record Regenerate(long document) implements Step {}

        /** The last invoice is to be replaced when the order is paid. */
        record Outdate() implements Step {}
    }
}
