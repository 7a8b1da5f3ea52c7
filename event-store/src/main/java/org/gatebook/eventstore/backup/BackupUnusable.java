package org.gatebook.eventstore.backup;

/** A backup is not whole, not what it was, or does not fit where it is to be restored; the message says which. */
public final class BackupUnusable extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public BackupUnusable(String message) {
        super(message);
    }
}
