package org.gatebook.api.erasure;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gatebook.api.event.EventName;
import org.gatebook.api.personal.Erasing;
import org.gatebook.api.personal.SubjectId;
import org.jspecify.annotations.Nullable;

/** Facts about erasures; each is the only event of its stream. */
public sealed interface ErasureEvent extends Erasing {

    /** Kind of the streams. */
    String KIND = "erasure";

    /** The stream of an erasure. */
    static String stream(long erasure) {
        return KIND + ":" + erasure;
    }

    /**
     * Somebody was erased. Nothing here is personal: it stays for ever, and is what an older key store is set right by.
     *
     * @param erasure its number
     * @param subject who
     * @param reason why
     * @param reference where the request for it is filed; null if nowhere
     * @param forced whether somebody insisted although the order was still alive
     * @param keys whose keys were destroyed
     * @param streams that held their values
     * @param events of the log in which values became unreadable, as ranges of positions: {@code 17-19,23}
     * @param files how many uploaded files were deleted
     * @param kept what the law wants kept
     */
    @EventName("erasure.performed")
    record ErasurePerformed(
            long erasure,
            ErasedSubject subject,
            ErasureReason reason,
            @Nullable String reference,
            boolean forced,
            List<String> keys,
            List<String> streams,
            String events,
            int files,
            List<KeptInvoice> kept,
            Instant at)
            implements ErasureEvent {

        public ErasurePerformed {
            keys = List.copyOf(keys);
            streams = List.copyOf(streams);
            kept = List.copyOf(kept);
        }

        @Override
        public Set<SubjectId> erased() {
            Set<SubjectId> erased = new LinkedHashSet<>();
            keys.forEach(key -> erased.add(new SubjectId(key)));
            return erased;
        }
    }
}
