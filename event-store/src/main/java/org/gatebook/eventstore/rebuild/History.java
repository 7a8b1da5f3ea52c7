package org.gatebook.eventstore.rebuild;

import java.util.Collection;
import java.util.List;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;

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
    History(CopySink copies, Collection<ReadModel<?>> models) {
        this.copies = copies;
        this.folds = models.stream().map(History::fold).toList();
    }

    /** A stream's views have nothing before its first event. */
    private static <V> Fold<V> fold(ReadModel<V> model) {
        return new Fold<>(model, key -> null);
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
