package org.gatebook.query.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Rings when this node has put mail into the outbox, so that it need not wait until somebody looks. */
@Component
class OutboxBell {

    private final Semaphore rung = new Semaphore(0);

    /** When the present transaction has committed: before that nobody finds the mail. */
    void ringAfterCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    rung.release();
                }
            });
        }
    }

    /** Waits until it rings, but not for ever. */
    void await(Duration atMost) {
        try {
            if (rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                rung.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void ring() {
        rung.release();
    }
}
