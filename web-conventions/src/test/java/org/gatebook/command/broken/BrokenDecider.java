package org.gatebook.command.broken;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Asks the clock and chance, as no decider may. */
public final class BrokenDecider {

    private BrokenDecider() {}

    public static Instant decide() {
        return Instant.now();
    }

    /** Nested in a decider, and no better. */
    public static final class Later {
        public static int draw() {
            return ThreadLocalRandom.current().nextInt();
        }
    }
}
