package org.gatebook.query.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.eventstore.AsOf;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.log.EventRows;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.request.ApiRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The events of whole streams of an organizer, as far as whoever asks may see them; up to where the unit looks, when it
 * looks at the past.
 */
@Component
public class ReachedStreams {

    private final JdbcClient jdbc;
    private final EventReader events;
    private final TransactionalUnit unit;

    ReachedStreams(JdbcClient jdbc, EventReader events, TransactionalUnit unit) {
        this.jdbc = jdbc;
        this.events = events;
        this.unit = unit;
    }

    /** Of a stream that the request names and may read: all of it, by position. */
    public List<RecordedEvent> of(String stream) {
        long last = last();
        return events.ofAggregate(stream, -1).stream()
                .filter(event -> event.position() <= last)
                .toList();
    }

    /** Of the streams that such a resource consists of, by position. */
    public List<RecordedEvent> of(Collection<String> streams) {
        return streams.isEmpty() ? List.of() : read(streams, Condition.of("true"));
    }

    /**
     * Of streams that have to do with what the request names: what the history would show to the same credential, by
     * position; nothing of the others.
     */
    public List<RecordedEvent> relatedTo(ApiRequest request, Collection<String> streams) {
        if (streams.isEmpty()) {
            return List.of();
        }
        Condition reach = HistoryReach.of(request);
        Map<String, Object> params = new HashMap<>(reach.params());
        params.put("organizer", request.organizer().value());
        return read(streams, new Condition("organizer = :organizer and (" + reach.sql() + ")", params));
    }

    private long last() {
        AsOf then = unit.asOf();
        return then == null ? Long.MAX_VALUE : then.position();
    }

    private List<RecordedEvent> read(Collection<String> streams, Condition condition) {
        Map<String, Object> params = new HashMap<>(condition.params());
        params.put("streams", streams);
        params.put("last", last());
        return events.decode(jdbc.sql("select " + EventRows.COLUMNS
                        + " from events.event where aggregate_id in (:streams) and position <= :last and "
                        + condition.sql()
                        + " order by position")
                .params(params)
                .query(EventRows.STORED)
                .list());
    }
}
