package org.gatebook.eventstore.counter;

import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Decision;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.counter.CounterCommand.OpenCounter;
import org.gatebook.eventstore.counter.CounterCommand.RaiseCounter;
import org.gatebook.eventstore.test.TestStore;

/** Counters of one node, each command a unit of its own. */
public final class Counters {

    private final TestStore store;

    public Counters(TestStore store) {
        this.store = store;
    }

    public void open(int number) {
        send(new OpenCounter("counter:" + number));
    }

    public void raise(int number, long by) {
        send(new RaiseCounter("counter:" + number, by, Long.MAX_VALUE));
    }

    private void send(CounterCommand command) {
        Decision<Long> decision = store.get(TransactionalUnit.class)
                .write(Opening.of(new OrganizerSlug("acme")), TestStore.audit("acme"), entered -> {
                    Decision<Long> made = store.get(CommandSender.class).send(command);
                    return Ending.done(() -> made);
                });
        if (!(decision instanceof Decision.Accepted<Long>)) {
            throw new AssertionError("refused: " + decision);
        }
    }
}
