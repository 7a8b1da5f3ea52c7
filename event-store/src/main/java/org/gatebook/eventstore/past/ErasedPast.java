package org.gatebook.eventstore.past;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.gatebook.api.erasure.ErasureEvent.ErasurePerformed;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.log.InlineProjection;
import org.gatebook.eventstore.past.PastSchemas.Generation;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes the versions away in which somebody is who is being erased, with the erasure itself and whether or not the past is
 * followed at the moment. They come again, without the person, when the projection gets there.
 */
public final class ErasedPast implements InlineProjection {

    private final JdbcTemplate jdbc;
    private final EventReader log;
    private final PastSchemas schemas;
    private final List<ReadModel<?>> models;

    /** @param models all that is live, and what is kept of the past alone */
    public ErasedPast(DataSource database, EventReader log, List<ReadModel<?>> models) {
        this.jdbc = new JdbcTemplate(database);
        this.log = log;
        this.schemas = new PastSchemas(jdbc, models);
        this.models = List.copyOf(models);
    }

    @Override
    public void project(List<RecordedEvent> recorded) {
        for (RecordedEvent event : recorded) {
            if (event.payload() instanceof ErasurePerformed erased) {
                Optional<Generation> kept = schemas.present().filter(schemas::fits);
                kept.ifPresent(generation -> erased.streams().forEach(stream -> discard(generation, stream)));
            }
        }
    }

    private void discard(Generation generation, String stream) {
        List<RecordedEvent> story = log.ofAggregate(stream, -1);
        MergedRows merged = new MergedRows(jdbc);
        VersionSink versions = new VersionSink();
        models.forEach(model -> PastProjection.versions(model, merged).applyAgain(story, versions));
        versions.discard(jdbc, generation);
    }
}
