package org.gatebook.eventstore.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.erasure.ErasedSubject;
import org.gatebook.api.erasure.ErasureReason;
import org.gatebook.api.erasure.KeptInvoice;
import org.gatebook.api.personal.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to be erased.
 *
 * @param id of the erasure, fresh, from the sequence of client ids
 * @param event null for customers
 * @param reference where the request for it is filed; null if nowhere
 * @param keys whose keys are destroyed
 * @param streams that hold their values; each gets an event that says so, from whoever asks for this
 * @param files that they have uploaded
 * @param kept what the law wants kept
 */
public record Erasure(
        long id,
        OrganizerSlug organizer,
        @Nullable EventSlug event,
        ErasedSubject subject,
        ErasureReason reason,
        @Nullable String reference,
        boolean forced,
        Set<SubjectId> keys,
        Set<String> streams,
        List<UUID> files,
        List<KeptInvoice> kept,
        Instant at) {

    public Erasure {
        keys = Set.copyOf(keys);
        streams = Set.copyOf(streams);
        files = List.copyOf(files);
        kept = List.copyOf(kept);
    }
}
