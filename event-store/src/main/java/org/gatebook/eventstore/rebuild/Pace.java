package org.gatebook.eventstore.rebuild;

/**
 * How much of its time a rebuild works, so that whoever sells meanwhile has the rest of the machine: after each batch it
 * rests for as long as makes the share right.
 *
 * @param percent of the time, 1 to 100
 */
public record Pace(int percent) {

    /** Works all the time. */
    public static final Pace FULL = new Pace(100);

    public Pace {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("a pace is 1 to 100 percent, and not " + percent);
        }
    }

    /** Whether it ever rests. */
    boolean rests() {
        return percent < 100;
    }

    /** Begins to work. */
    Work begin() {
        return new Work();
    }

    /** Work at this pace, of one thread. */
    final class Work {

        private long since = System.nanoTime();

        private Work() {}

        /** Rests for what was worked since the last rest. */
        void rest() {
            if (!rests()) {
                return;
            }
            long worked = System.nanoTime() - since;
            try {
                Thread.sleep(worked / 1_000_000 * (100 - percent) / percent);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the rebuild was interrupted", e);
            }
            since = System.nanoTime();
        }
    }
}
