package org.gatebook.api.ticket;

import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;

/** Signs for events whose tickets can be verified without asking anybody. Private keys stay where they are kept. */
public interface TicketSigning {

    /**
     * The signature of this event; within the present write unit, since an event gets its keys with the first one.
     *
     * @throws IllegalStateException if the organizer has no such event
     */
    Signer of(OrganizerSlug organizer, EventSlug event);

    /** Signs with the key of one event. */
    @FunctionalInterface
    interface Signer {

        /** The Ed25519 signature of these bytes, 64 bytes long. */
        byte[] sign(byte[] message);
    }
}
