package org.gatebook.eventstore.rebuild;

import java.util.Collection;
import java.util.List;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.view.Fold;

/**
 * The first and long phase of a rebuild: events come stream by stream, so that a view is finished when its stream is,
 * only the views of one stream are held, and no row is written twice.
 */
final class History {

    private final CopySink copies;
    private final List<? extends Fold<?>> folds;
    private String stream = "";
    private long folded;

    /** @param models none of them {@link ReadModel.Keyed#SHARED} */
    History(CopySink copies, Collection<ReadModel<?>> models, EventReader events) {
        this.copies = copies;
        this.folds = models.stream().map(model -> fold(model, events)).toList();
    }

    /** A stream's views have nothing before its first event. */
    private static <V> Fold<V> fold(ReadModel<V> model, EventReader events) {
        return new Fold<>(model, key -> null, events);
    }

    void take(List<RecordedEvent> batch) {
        for (RecordedEvent event : batch) {
            if (!event.aggregateId().equals(stream)) {
                endStream();
                stream = event.aggregateId();
            }
            folds.forEach(fold -> fold.apply(event));
        }
        folded += batch.size();
    }

    /** Writes what is left and says how many events were folded. */
    long finish() {
        endStream();
        copies.finish();
        return folded;
    }

    private void endStream() {
        folds.forEach(fold -> fold.writeTo(copies));
    }
}
