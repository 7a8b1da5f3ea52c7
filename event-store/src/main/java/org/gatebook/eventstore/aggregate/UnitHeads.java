package org.gatebook.eventstore.aggregate;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.gatebook.eventstore.StreamHeads;
import org.jspecify.annotations.Nullable;

/** Heads of streams in the root unit of work: they end with it, and a unit that starts again has seen nothing. */
public final class UnitHeads implements StreamHeads {

    private static final String HEADS = UnitHeads.class.getName();

    @Override
    public void seen(String aggregateId, long sequence) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get()
                    .root()
                    .<Map<String, Long>>getOrComputeResource(HEADS, key -> new HashMap<>())
                    .merge(aggregateId, sequence, Math::max);
        }
    }

    /** Whether a stream is known to have no event after this one. */
    static boolean endsAt(String aggregateId, long sequence) {
        Map<String, Long> heads = CurrentUnitOfWork.get().root().getResource(HEADS);
        @Nullable Long head = heads == null ? null : heads.get(aggregateId);
        return head != null && head <= sequence;
    }
}
