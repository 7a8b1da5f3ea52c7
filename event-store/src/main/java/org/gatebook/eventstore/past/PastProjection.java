package org.gatebook.eventstore.past;

import java.util.List;
import javax.sql.DataSource;
import org.gatebook.api.erasure.ErasureEvent.ErasurePerformed;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.past.PastSchemas.Generation;
import org.gatebook.eventstore.streaming.StreamingProjection;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps every version of every row of the read models, a moment after the log. It folds what the live projections fold and
 * writes what they write, one event at a time, so that at each position there are the rows that were live there. Only one
 * node works at it; what it has in memory counts as long as no other has written since.
 */
public final class PastProjection implements StreamingProjection {

    /** Its name among the streaming projections. */
    public static final String NAME = "past";

    private final JdbcTemplate jdbc;
    private final EventReader log;
    private final PastSchemas schemas;
    private final MergedRows merged;
    private final List<? extends Versions<?>> models;
    private long followed = -1;

    /** @param models all that is live, and what is kept of the past alone */
    public PastProjection(DataSource database, EventReader log, List<ReadModel<?>> models) {
        this.jdbc = new JdbcTemplate(database);
        this.log = log;
        this.schemas = new PastSchemas(jdbc, models);
        MergedRows rows = new MergedRows(jdbc);
        this.merged = rows;
        this.models = models.stream().map(model -> versions(model, rows)).toList();
    }

    static <V> Versions<V> versions(ReadModel<V> model, MergedRows rows) {
        return new Versions<>(model, rows);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Versions of all rows cost about what the rows cost, and nobody at a door or a till waits for them. */
    @Override
    public boolean yields() {
        return true;
    }

    /** Whether there is a past that this version of the server can read and go on writing. */
    public boolean isFit() {
        return schemas.present().filter(schemas::fits).isPresent();
    }

    @Override
    public synchronized void project(List<RecordedEvent> events) {
        Generation generation = schemas.present()
                .filter(schemas::fits)
                // Not the events' fault: another version of the server has made it, and one of the two will be gone.
                .orElseThrow(() -> new TransientDataAccessResourceException("the past has another form"));
        jdbc.queryForList(
                "select set_config('search_path', ?, true), set_config('" + PastSchemas.POSITION + "', ?, true)",
                generation.views(),
                Long.toString(PastSchemas.STILL - 1));
        long before = followed(generation);
        if (before != followed) {
            forget();
        }
        try {
            VersionSink sink = new VersionSink();
            for (RecordedEvent event : events) {
                VersionSink present = sink;
                models.forEach(model -> model.apply(event, present));
                if (event.payload() instanceof ErasurePerformed erased) {
                    sink.write(jdbc, generation);
                    sink = new VersionSink();
                    rewrite(generation, erased, event.position());
                }
            }
            sink.write(jdbc, generation);
            follow(generation, before, events.getLast().position());
        } catch (RuntimeException e) {
            forget();
            throw e;
        }
    }

    /** What was read of people is in old versions too: they are made again, of events that nobody can open any more. */
    private void rewrite(Generation generation, ErasurePerformed erased, long position) {
        for (String stream : erased.streams()) {
            List<RecordedEvent> story = log.ofAggregate(stream, -1).stream()
                    .filter(event -> event.position() < position)
                    .toList();
            VersionSink versions = new VersionSink();
            models.forEach(model -> model.applyAgain(story, versions));
            versions.discard(jdbc, generation);
            versions.write(jdbc, generation);
        }
    }

    private void forget() {
        models.forEach(Versions::forget);
        merged.forget();
    }

    private long followed(Generation generation) {
        Long last = jdbc.queryForObject(
                "select coalesce(max(position), 0) from " + generation.name() + ".followed", Long.class);
        return last == null ? 0 : last;
    }

    /** A letter that was dead and is delivered later lies before what was followed already. */
    private void follow(Generation generation, long before, long last) {
        if (last > before) {
            jdbc.update("""
                insert into %1$s.followed (position, latest)
                select ?, greatest((select f.latest from %1$s.followed f where f.position = ?),
                                   (select max(e.recorded_at) from events.event e
                                     where e.position > ? and e.position <= ?))
                """.formatted(generation.name()), last, before, before, last);
        }
        followed = Math.max(before, last);
    }

    @Override
    public synchronized void clear() {
        schemas.renew();
        forget();
    }
}
