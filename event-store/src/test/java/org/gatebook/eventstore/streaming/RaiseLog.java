package org.gatebook.eventstore.streaming;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.counter.CounterEvent.CounterRaised;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Notes every raise in a table without a key, so that one projected twice is there twice. */
@Component
final class RaiseLog implements StreamingProjection {

    /** Raises by these amounts are refused, as a defect would; the statement fails, so that the transaction is spoilt. */
    final Set<Long> refused = ConcurrentHashMap.newKeySet();

    private final JdbcTemplate jdbc;

    RaiseLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "raise-log";
    }

    @Override
    public void project(List<RecordedEvent> events) {
        for (RecordedEvent event : events) {
            if (event.payload() instanceof CounterRaised raised) {
                if (refused.contains(raised.by())) {
                    jdbc.queryForObject("select 1 / 0", Integer.class);
                }
                jdbc.update(
                        "insert into ops.raise_log (counter, by, position) values (?, ?, ?)",
                        event.aggregateId(),
                        raised.by(),
                        event.position());
            }
        }
    }

    @Override
    public void clear() {
        jdbc.update("delete from ops.raise_log");
    }

    /** The amounts of a counter's raises in the order of the log. */
    List<Long> of(String counter) {
        return jdbc.queryForList(
                "select by from ops.raise_log where counter = ? order by position", Long.class, counter);
    }

    /** Positions that were noted more than once. */
    Set<Long> doubled() {
        return new HashSet<>(jdbc.queryForList(
                "select position from ops.raise_log group by position having count(*) > 1", Long.class));
    }

    static final String TABLE =
            "create table if not exists ops.raise_log (counter text not null, by bigint not null, position bigint not null)";
}
