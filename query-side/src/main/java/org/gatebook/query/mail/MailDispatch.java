package org.gatebook.query.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the outbox's mail as long as the node runs: at once what the node itself was asked for, and after a while what
 * another one has left. A thread of its own, and no job, because a mail server may take its time and jobs wait for each
 * other (ADR 0033).
 */
public final class MailDispatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailDispatch.class);

    /** Between two looks that nothing has asked for: one statement on a small index. */
    private static final Duration LOOK = Duration.ofSeconds(15);

    /** If it takes longer, it is sent again after the next start. */
    private static final Duration LAST_MAIL = Duration.ofSeconds(15);

    private final MailDelivery delivery;
    private final MailServer server;
    private final OutboxBell bell;
    private volatile boolean running;
    private @Nullable Thread thread;

    MailDispatch(MailDelivery delivery, MailServer server, OutboxBell bell) {
        this.delivery = delivery;
        this.server = server;
        this.bell = bell;
    }

    /** Begins; a second call does nothing. */
    public synchronized void start() {
        if (thread == null) {
            running = true;
            thread = Thread.ofPlatform().name("mail").daemon().start(this::run);
        }
    }

    private void run() {
        while (running && !Thread.currentThread().isInterrupted()) {
            deliver();
            bell.await(LOOK);
        }
    }

    @SuppressWarnings("CatchingUnchecked")
    private void deliver() {
        try {
            int sent = delivery.deliver(server, () -> running);
            if (sent > 0) {
                LOG.info("Sent {} mails", sent);
            }
        } catch (RuntimeException e) {
            // The database, mostly. Its messages may hold values.
            LOG.warn("Cannot look for mail, will try again: {}", e.getClass().getName());
        }
    }

    /** Ends when the mail at work is done. Interrupting it could lose the note that the server has it. */
    @Override
    public synchronized void close() {
        if (thread != null) {
            running = false;
            bell.ring();
            try {
                thread.join(LAST_MAIL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }
}
