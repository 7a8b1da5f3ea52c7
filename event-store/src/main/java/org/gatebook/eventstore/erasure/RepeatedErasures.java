package org.gatebook.eventstore.erasure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.gatebook.api.personal.Erasing;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.registry.EventCodec;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Erases again whose keys are back because an older key store was restored. The log remembers every erasure, and holds
 * nothing that the keys could not open again; so nobody may use such a store before this was done.
 */
public final class RepeatedErasures {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedErasures.class);
    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final EventCodec codec;
    private final SubjectKeys keys;

    public RepeatedErasures(DataSource application, EventCodec codec, SubjectKeys keys) {
        this.jdbc = new JdbcTemplate(application);
        this.codec = codec;
        this.keys = keys;
    }

    private record Stored(long position, String name, int revision, String payload) {}

    /**
     * Looks for keys that are back and destroys them. One that was begun and not finished goes on the next time.
     *
     * @return how many keys that were
     */
    public int repeat() {
        int again = 0;
        long position = 0;
        List<Stored> next = after(position);
        while (!next.isEmpty()) {
            Map<SubjectId, Long> erased = new LinkedHashMap<>();
            for (Stored event : next) {
                if (codec.read(event.name(), event.revision(), event.payload()) instanceof Erasing erasing) {
                    erasing.erased().forEach(subject -> erased.put(subject, event.position()));
                }
                position = event.position();
            }
            Set<SubjectId> back = keys.present(erased.keySet());
            for (SubjectId subject : back) {
                keys.erase(subject);
                LOG.warn(
                        "The key of {} was there again, although event {} says that it was erased: an older key store"
                                + " was restored. It is erased again.",
                        subject,
                        erased.get(subject));
            }
            again += back.size();
            next = after(position);
        }
        return again;
    }

    private List<Stored> after(long position) {
        return new ArrayList<>(jdbc.query(
                """
                select position, name, revision, payload from events.event
                 where aggregate_type = 'erasure' and position > ? order by position limit ?
                """,
                (row, index) -> new Stored(row.getLong(1), row.getString(2), row.getInt(3), row.getString(4)),
                position,
                BATCH));
    }
}
