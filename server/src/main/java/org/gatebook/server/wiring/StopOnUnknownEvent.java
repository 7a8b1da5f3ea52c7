package org.gatebook.server.wiring;

import java.util.concurrent.atomic.AtomicBoolean;
import org.gatebook.eventstore.registry.UnknownEvent;
import org.gatebook.eventstore.registry.UnknownEventAlarm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the process when the log turns out to hold what this version cannot read, usually because a newer version runs on
 * another node: whatever this node would answer from now on may lack facts.
 */
final class StopOnUnknownEvent implements UnknownEventAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(StopOnUnknownEvent.class);
    private static final int EXIT_STATUS = 3;

    private final AtomicBoolean stopping = new AtomicBoolean();

    @Override
    public void raise(UnknownEvent event) {
        if (stopping.compareAndSet(false, true)) {
            LOG.error("This node stops: {}", event.getMessage());
            // On a thread of its own: the one that has met the event holds a transaction that must end first.
            Thread.ofPlatform().name("stop-on-unknown-event").start(() -> System.exit(EXIT_STATUS));
        }
    }
}
