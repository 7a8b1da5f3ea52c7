package org.gatebook.server.wiring;

import org.springframework.context.SmartLifecycle;

/** A step of the start that is done when all parts are there and before the web server listens. */
final class BeforeRequests implements SmartLifecycle {

    /** This version can read all that the log holds, and the key store fits it. */
    static final int LOG = 0;

    /** Keys of erased people, back after a restore, are destroyed again. */
    static final int KEYS = 1;

    /** The read models' schema is there. */
    static final int SCHEMA = 2;

    /** Organizers, teams and tokens of the provisioning file are there. */
    static final int PROVISIONING = 3;

    /** Streaming projections follow the log, and jobs the clock. */
    static final int FOLLOWING = 4;

    private final int phase;
    private final Runnable step;
    private volatile boolean done;

    /** @param phase later than its predecessors, far below that of the web server */
    BeforeRequests(int phase, Runnable step) {
        this.phase = phase;
        this.step = step;
    }

    @Override
    public void start() {
        step.run();
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
