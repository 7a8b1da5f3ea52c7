package org.gatebook.web.node;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds requests inside a handler. */
public final class Gate implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);

    /** Returns when a request is inside. */
    public void awaitArrival() throws InterruptedException {
        if (!reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("no request came to the gate");
        }
    }

    @Override
    public void close() {
        goOn.countDown();
    }
}
