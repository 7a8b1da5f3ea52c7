package org.gatebook.eventstore.sealing;

import java.util.List;
import javax.sql.DataSource;
import org.gatebook.api.personal.SubjectId;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whether the key store belongs to the log. A wrong one would not be noticed before somebody reads history: writers would
 * simply make new keys, and what was sealed under the old ones would stay shut.
 */
public final class KeyStoreCheck {

    private final JdbcTemplate events;
    private final SubjectKeys keys;

    public KeyStoreCheck(DataSource events, SubjectKeys keys) {
        this.events = new JdbcTemplate(events);
        this.keys = keys;
    }

    /**
     * Looks for the key of the newest event's stream, under which its client's address is sealed: it was stored no later
     * than the event. A store of another log lacks it, and so does one that was restored from an older backup.
     *
     * @throws UnfitKeyStore if it is not there, or cannot be unwrapped by the master key
     */
    public void check() {
        List<SubjectId> newest = events.query(
                "select aggregate_id from events.event order by position desc limit 1",
                (row, index) -> new SubjectId(row.getString(1)));
        for (SubjectId stream : newest) {
            try {
                keys.existing(stream);
            } catch (SubjectKeys.MissingKey e) {
                throw new UnfitKeyStore(
                        "The key store lacks the key of the newest event. It belongs to another log, was restored from"
                                + " an older backup, or its keys were not moved with it.",
                        e);
            } catch (IllegalStateException e) {
                throw new UnfitKeyStore("The master key does not fit the key store.", e);
            }
        }
    }

    /** The events could not be read with these keys. */
    public static final class UnfitKeyStore extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        UnfitKeyStore(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
