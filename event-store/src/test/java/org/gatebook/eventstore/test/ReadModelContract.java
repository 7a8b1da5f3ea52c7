package org.gatebook.eventstore.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.rebuild.Rebuild;
import org.gatebook.eventstore.rebuild.RebuildPlan;
import org.gatebook.eventstore.rebuild.RebuildReport;
import org.gatebook.eventstore.view.InlineProjections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What every read model of a module must prove: that a rebuild gives the rows that were written live, that it goes on from
 * there, and that folds of several streams commute. A module extends this once and says what happens.
 */
public abstract class ReadModelContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private TestStore store;

    /** The beans of the module: aggregates and read models, and what they need. */
    protected abstract List<Class<?>> configurations();

    /** Sends commands that lead to every kind of event and row; called several times on the same database. */
    protected abstract void happen(TestStore on);

    @BeforeEach
    void openStore() {
        store = TestStore.open(POSTGRES.application(), configurations().toArray(Class<?>[]::new));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void a_rebuild_gives_the_rows_that_were_written_live() {
        happen(store);
        assertEqual(rebuild(false));
    }

    @Test
    void rebuilt_rows_are_carried_on_as_live_ones_are() {
        happen(store);
        assertEqual(rebuild(true));
        happen(store);
        assertEqual(rebuild(false));
    }

    @Test
    void every_table_has_rows_so_that_equal_means_something() {
        happen(store);
        assertThat(rebuild(false).tables())
                .isNotEmpty()
                .allSatisfy(table -> assertThat(table.rows()).as(table.table()).isPositive());
    }

    @Test
    void folds_that_several_streams_share_commute() {
        happen(store);
        List<RecordedEvent> events = store.get(EventReader.class).after(0, 10_000);
        for (ReadModel<?> model : store.get(InlineProjections.class).models()) {
            if (model.keyed() == ReadModel.Keyed.SHARED || model.keyed() == ReadModel.Keyed.MERGED) {
                assertCommutes(model, events);
            }
        }
    }

    private RebuildReport rebuild(boolean switchOver) {
        return store.get(Rebuild.class).run(switchOver ? RebuildPlan.SWITCH : RebuildPlan.COMPARE);
    }

    private static void assertEqual(RebuildReport report) {
        assertThat(report.differs()).as(report.text()).isFalse();
        assertThat(report.tables())
                .allSatisfy(table -> assertThat(table.outcome()).isInstanceOf(RebuildReport.Outcome.Equal.class));
    }

    /** Streams in any interleaving that keeps each stream's own order give the same views. */
    public static <V> void assertCommutes(ReadModel<V> model, List<RecordedEvent> events) {
        Map<String, V> expected = views(model, events);
        for (int seed = 0; seed < 20; seed++) {
            List<RecordedEvent> shuffled = interleaved(events, new Random(seed));
            assertThat(views(model, shuffled))
                    .as("%s, seed %s", model.name(), seed)
                    .isEqualTo(expected);
        }
    }

    private static <V> Map<String, V> views(ReadModel<V> model, List<RecordedEvent> events) {
        Map<String, V> views = new HashMap<>();
        for (RecordedEvent event : events) {
            String key = model.events().isInstance(event.payload()) ? model.key(event) : null;
            if (key != null) {
                V view = model.fold(views.get(key), event);
                if (view != null) {
                    views.put(key, view);
                }
            }
        }
        return views;
    }

    private static List<RecordedEvent> interleaved(List<RecordedEvent> events, Random random) {
        Map<String, List<RecordedEvent>> streams = new HashMap<>();
        events.forEach(event -> streams.computeIfAbsent(event.aggregateId(), id -> new ArrayList<>())
                .add(event));
        List<String> turns =
                new ArrayList<>(events.stream().map(RecordedEvent::aggregateId).toList());
        Collections.shuffle(turns, random);
        List<RecordedEvent> interleaved = new ArrayList<>();
        for (String stream : turns) {
            interleaved.add(streams.get(stream).removeFirst());
        }
        return interleaved;
    }
}
