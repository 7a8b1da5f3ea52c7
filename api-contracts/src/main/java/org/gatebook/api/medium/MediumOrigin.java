package org.gatebook.api.medium;

import com.fasterxml.jackson.annotation.JsonValue;

/** What made a medium come into being; an auditor asks why a wristband that nobody registered has a card. */
public enum MediumOrigin {
    /** A client created it. */
    CREATED("created"),
    /** Somebody looked up a chip that nobody knew, and the organizer has such chips registered by themselves. */
    LOOKED_UP("looked_up"),
    /** An order bought a product that comes with one. */
    ORDERED("ordered");

    private final String wireName;

    MediumOrigin(String wireName) {
        this.wireName = wireName;
    }

    /** The name in events. */
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
