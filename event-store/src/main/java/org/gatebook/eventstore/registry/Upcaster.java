package org.gatebook.eventstore.registry;

import tools.jackson.databind.node.ObjectNode;

/** Turns the payload of one revision of an event into that of the next. Pure. */
public interface Upcaster {

    /** The event's logical name. */
    String name();

    /** The revision it reads; it makes the next one. */
    int from();

    /** The payload in the next revision's form; may change and return the argument. */
    ObjectNode upcast(ObjectNode payload);
}
