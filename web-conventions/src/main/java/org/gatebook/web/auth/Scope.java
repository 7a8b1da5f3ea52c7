package org.gatebook.web.auth;

/** What a resource belongs to, and therefore who may come near it. */
public enum Scope {
    /** Anybody, without credentials: {@code device/initialize}. */
    OPEN,
    /** Any valid credential: {@code version}, the list of organizers. */
    CREDENTIAL,
    /** A device's own: a team token is 401 there, as if none had been sent. */
    DEVICE,
    /** The path names {@code {organizer}}; members of another one are 403, and so is everybody for an unknown one. */
    ORGANIZER,
    /** The path names {@code {organizer}} and {@code {event}}; an event that is unknown or out of reach is 403. */
    EVENT
}
