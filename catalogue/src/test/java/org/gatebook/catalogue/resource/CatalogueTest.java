package org.gatebook.catalogue.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.ResourceChanged;
import org.gatebook.api.catalogue.ResourceDeleted;
import org.gatebook.api.personal.Personal;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.eventstore.Entered;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.test.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds for every write of supporting data, on a kind that exists for this test only. */
class CatalogueTest {

    private static final Owner OWNER = Owner.of(new OrganizerSlug("bigevents"));
    private static final ResourceType LOCKER = ResourceType.declare("locker", KeptBy.ORGANIZER)
            .plain("place", "size")
            .personal("tenant")
            .secret("combination")
            .build();

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode node;

    @BeforeAll
    static void start() {
        node = CatalogueNode.on(POSTGRES.application());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void every_write_leaves_one_event_with_the_whole_resource_and_the_version_as_sequence() {
        Document made = locker("A1", Map.of("place", "hall", "size", 3, "tenant", "Anna Abel", "combination", "1-2-3"));
        Document changed = write(entered -> catalogue().change(made, Map.of("size", 4)));
        write(entered -> {
            catalogue().delete(changed);
            return entered;
        });
        List<RecordedEvent> events = events(made);
        assertThat(events).extracting(RecordedEvent::sequence).containsExactly(0L, 1L, 2L);
        assertThat(events.get(1).payload()).isInstanceOfSatisfying(ResourceChanged.class, image -> {
            assertThat(image.plain()).containsEntry("place", "hall").containsEntry("size", 4);
            assertThat(image.personal().get("tenant").value()).contains("Anna Abel");
            assertThat(image.secretsSet()).containsExactly("combination");
            assertThat(image.secretsChanged()).isEmpty();
            assertThat(image.key()).isEqualTo("A1");
        });
        assertThat(events.getLast().payload()).isEqualTo(new ResourceDeleted("locker", made.id(), null));
    }

    @Test
    void a_change_that_changes_nothing_writes_nothing() {
        Document made = locker("A2", Map.of("place", "hall", "size", 3));
        long version = version();
        Document same = write(entered -> catalogue().change(made, Map.of("place", "hall", "size", 3L)));
        assertThat(same).isEqualTo(made);
        assertThat(events(made)).hasSize(1);
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void the_log_holds_neither_secrets_nor_readable_names() {
        Document made = locker("A3", Map.of("tenant", "Berta Bell", "combination", "9-9-9"));
        write(entered -> catalogue().change(made, Map.of("combination", "8-8-8")));
        List<String> stored = node.get(JdbcClient.class)
                .sql("SELECT payload::text || metadata::text FROM events.event WHERE aggregate_id = :stream")
                .param("stream", made.stream())
                .query(String.class)
                .list();
        assertThat(stored)
                .hasSize(2)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("Berta Bell")
                        .doesNotContain("9-9-9")
                        .doesNotContain("8-8-8"));
        assertThat(events(made).getLast().payload()).isInstanceOfSatisfying(ResourceChanged.class, image -> {
            assertThat(image.secretsChanged()).containsExactly("combination");
            assertThat(image.personal().get("tenant")).isInstanceOf(Personal.Known.class);
        });
    }

    @Test
    void a_field_that_was_not_declared_cannot_be_stored() {
        assertThatThrownBy(() -> locker("A4", Map.of("colour", "red")))
                .hasMessageContaining("locker declares no field colour");
    }

    @Test
    void a_name_is_unique_among_the_living_and_free_again_afterwards() {
        Document first = locker("A5", Map.of());
        assertThatThrownBy(() -> locker("A5", Map.of())).isInstanceOf(TransactionalUnit.RetriesExhausted.class);
        write(entered -> {
            catalogue().delete(first);
            return entered;
        });
        assertThat(locker("A5", Map.of()).id()).isNotEqualTo(first.id());
    }

    @Test
    void a_write_on_an_outdated_document_is_done_again_on_the_present_one() {
        Document made = locker("A6", Map.of("size", 1));
        AtomicInteger tries = new AtomicInteger();
        Document result = write(entered -> {
            Document read = tries.getAndIncrement() == 0
                    ? made
                    : documents().byKey(LOCKER, OWNER, "A6").orElseThrow();
            if (tries.get() == 1) {
                onAnotherThread(() -> write(other -> catalogue().change(made, Map.of("place", "yard"))));
            }
            return catalogue().change(read, Map.of("size", read.number("size") + 1));
        });
        assertThat(tries).hasValue(2);
        assertThat(result.fields()).containsEntry("place", "yard").containsEntry("size", 2);
        assertThat(events(made)).extracting(RecordedEvent::sequence).containsExactly(0L, 1L, 2L);
    }

    @Test
    void every_write_to_what_nodes_keep_steps_the_version_of_its_organizer() {
        long before = version();
        Document made = locker("A7", Map.of());
        assertThat(version()).isEqualTo(before + 1);
        write(entered -> catalogue().change(made, Map.of("size", 9)));
        assertThat(version()).isEqualTo(before + 2);
    }

    @Test
    void the_check_finds_what_somebody_has_changed_behind_the_engine() throws Exception {
        Document made = locker("A8", Map.of("place", "hall", "tenant", "Carl Cole", "combination", "7-7-7"));
        assertThat(check()).isEmpty();
        JdbcClient owner = JdbcClient.create(POSTGRES.owner());
        tamper(owner, made, "{\"place\": \"yard\", \"tenant\": \"Carl Cole\", \"combination\": \"7-7-7\"}");
        assertThat(check()).containsExactly(made.stream() + ": differs in place");
        tamper(owner, made, "{\"place\": \"hall\", \"tenant\": \"Dora\", \"extra\": 1}");
        assertThat(check())
                .containsExactly(
                        made.stream() + ": differs in tenant",
                        made.stream() + ": has lost combination",
                        made.stream() + ": has extra, which its events do not know");
        tamper(owner, made, "{\"place\": \"hall\", \"tenant\": \"Carl Cole\", \"combination\": \"7-7-7\"}");
        assertThat(check()).isEmpty();
    }

    private static void tamper(JdbcClient owner, Document document, String json) {
        owner.sql("UPDATE ops.resource SET document = :json::jsonb WHERE kind = 'locker' AND id = :id")
                .param("json", json)
                .param("id", document.id())
                .update();
    }

    private static List<String> check() {
        return node.get(DocumentCheck.class).differences();
    }

    private static void onAnotherThread(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document locker(String key, Map<String, Object> fields) {
        return write(entered -> catalogue().create(LOCKER, entered.clientId(), OWNER, key, fields));
    }

    private static <T> T write(Function<Entered, T> work) {
        return node.write("bigevents", work);
    }

    private static long version() {
        return node.read("bigevents", Entered::organizerVersion);
    }

    private static Catalogue catalogue() {
        return node.get(Catalogue.class);
    }

    private static Documents documents() {
        return node.get(Documents.class);
    }

    private static List<RecordedEvent> events(Document document) {
        return node.log().stream()
                .filter(event -> event.aggregateId().equals(document.stream()))
                .toList();
    }
}
