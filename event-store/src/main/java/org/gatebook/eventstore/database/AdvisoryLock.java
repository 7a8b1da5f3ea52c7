package org.gatebook.eventstore.database;

/**
 * What nodes and commands take turns at, by locks of the database that lie on no table. All of them are here, so that no two
 * things share a number.
 */
public enum AdvisoryLock {
    /** Writing units share it; who has it alone sees all that was stored (also in {@code ops.enter}). */
    APPEND_GATE(1),
    /** Making the first schema of read models. */
    READ_SCHEMAS(2),
    /** Rebuilding read models, and whatever must not meet a rebuild. */
    REBUILD(3),
    /** Writing checkpoints. */
    CHECKPOINTS(4),
    /** Making the schemas of the past. */
    PAST(5);

    /** Keeps these locks apart from those of other programs in the same database. */
    private static final int SPACE = 1195656263;

    private final int number;

    AdvisoryLock(int number) {
        this.number = number;
    }

    /** The arguments of a function such as {@code pg_advisory_lock}, in brackets. */
    public String arguments() {
        return "(" + SPACE + ", " + number + ")";
    }
}
