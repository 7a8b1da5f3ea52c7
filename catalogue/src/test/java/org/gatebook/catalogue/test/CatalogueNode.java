package org.gatebook.catalogue.test;

import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.eventstore.Entered;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.test.TestStore;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** A node with the catalogue on it. */
public final class CatalogueNode implements AutoCloseable {

    private final TestStore store;

    private CatalogueNode(TestStore store) {
        this.store = store;
    }

    /** As the server finds it. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan("org.gatebook.catalogue")
    static class Scanned {}

    /** Starts a node on this database. */
    public static CatalogueNode on(DataSource application) {
        return new CatalogueNode(TestStore.open(application, Scanned.class));
    }

    /** A part of it. */
    public <T> T get(Class<T> type) {
        return store.get(type);
    }

    /** Does something for an organizer, as one request does. */
    public <T> T write(String organizer, Function<Entered, T> work) {
        return get(TransactionalUnit.class)
                .write(Opening.of(new OrganizerSlug(organizer)), TestStore.audit(organizer), entered -> {
                    T result = work.apply(entered);
                    return Ending.done(() -> result);
                });
    }

    /** Asks something of an organizer, as one request does. */
    public <T> T read(String organizer, Function<Entered, T> work) {
        return get(TransactionalUnit.class).read(Opening.of(new OrganizerSlug(organizer)), work::apply);
    }

    /** Everything that is in the log. */
    public List<RecordedEvent> log() {
        return get(EventReader.class).after(0, 10_000);
    }

    @Override
    public void close() {
        store.close();
    }
}
