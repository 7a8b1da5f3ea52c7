package org.gatebook.eventstore.registry;

/** Is told when a node has met an event that it cannot read; a server stops then. A bean of this type is optional. */
@FunctionalInterface
public interface UnknownEventAlarm {

    /** Called before the exception is thrown, possibly several times and on any thread; must return soon. */
    void raise(UnknownEvent event);
}
