package org.gatebook.eventstore.log;

/** Keys of a message's metadata that say more about an event than its unit's context does. */
public final class MetadataKeys {

    /** Whose stream it is: a slug. */
    public static final String ORGANIZER = "organizer";

    /** The organizer's event: a slug, or {@link #NO_EVENT}. */
    public static final String EVENT = "event";

    /** The fact belongs to no event, even if the unit was opened for one. */
    public static final String NO_EVENT = "";

    /** The id of the message that caused it. */
    public static final String CAUSATION = "causationId";

    private MetadataKeys() {}
}
