package org.gatebook.catalogue.test;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.eventstore.Entered;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.test.TestStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestMapping;

/** A node with the catalogue on it. */
public final class CatalogueNode implements AutoCloseable {

    private final TestStore store;

    private CatalogueNode(TestStore store) {
        this.store = store;
    }

    /** As the server finds it. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan("org.gatebook.catalogue")
    static class Scanned {

        @Bean
        Endpoints endpoints(List<CrudEndpoint> all) {
            return new Endpoints(all);
        }
    }

    /** Everything that is served by declaration. */
    record Endpoints(List<CrudEndpoint> all) {

        CrudEndpoint at(String path) {
            return all.stream()
                    .filter(endpoint -> {
                        RequestMapping mapping = endpoint.getClass().getAnnotation(RequestMapping.class);
                        return mapping != null && List.of(mapping.value()).contains(path);
                    })
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("nothing is served at " + path));
        }
    }

    /** A client of a resource of an organizer, by the last part of its address. */
    public ResourceClient client(String organizer, String resources) {
        CrudEndpoint endpoint = get(Endpoints.class).at("/api/v1/organizers/{organizer}/" + resources + "/");
        return ResourceClient.of(this, endpoint, organizer);
    }

    /** A client of a resource of an event, by the last part of its address. */
    public ResourceClient client(String organizer, String event, String resources) {
        CrudEndpoint endpoint =
                get(Endpoints.class).at("/api/v1/organizers/{organizer}/events/{event}/" + resources + "/");
        return ResourceClient.of(this, endpoint, organizer, event);
    }

    /** Starts a node on this database. */
    public static CatalogueNode on(DataSource application) {
        return new CatalogueNode(TestStore.open(application, Scanned.class));
    }

    /** A part of it. */
    public <T> T get(Class<T> type) {
        return store.get(type);
    }

    /** One of several parts of a type, by its name. */
    public <T> T get(Class<T> type, String name) {
        return store.get(type, name);
    }

    /** Does something for an organizer, as one request does. */
    public <T> T write(String organizer, Function<Entered, T> work) {
        return write(organizer, null, work);
    }

    /** Does something for an event, as one request does. */
    public <T> T write(String organizer, @Nullable String event, Function<Entered, T> work) {
        return writeLater(organizer, event, entered -> {
            T result = work.apply(entered);
            return () -> result;
        });
    }

    /** The same, with a result that is made once the events of the request are stored, as late answers are. */
    public <T> T writeLater(String organizer, @Nullable String event, Function<Entered, Supplier<T>> work) {
        Opening opening = new Opening(new OrganizerSlug(organizer), event == null ? null : new EventSlug(event), null);
        return get(TransactionalUnit.class)
                .write(opening, TestStore.audit(organizer), entered -> Ending.done(work.apply(entered)));
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
