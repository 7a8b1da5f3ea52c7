package org.gatebook.eventstore;

import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.jspecify.annotations.Nullable;

/**
 * What the opening statement of a unit asks for.
 *
 * @param organizer whose version is read; null when the request names none
 * @param event the organizer's event whose version is read; null when the request names none
 * @param key the idempotency key to lock and to look up; null when the client sent none
 */
public record Opening(
        @Nullable OrganizerSlug organizer,
        @Nullable EventSlug event,
        @Nullable IdempotencyKey key) {

    /**
     * The key alone decides, per credential: neither method nor path nor body count.
     *
     * @param credentialHash hash of the raw credential as it was sent, so that it is never stored
     * @param key what the client sent
     */
    public record IdempotencyKey(String credentialHash, String key) {}

    /** Nothing of any organizer, no key. */
    public static Opening plain() {
        return new Opening(null, null, null);
    }

    /** Within an organizer, no key. */
    public static Opening of(OrganizerSlug organizer) {
        return new Opening(organizer, null, null);
    }
}
