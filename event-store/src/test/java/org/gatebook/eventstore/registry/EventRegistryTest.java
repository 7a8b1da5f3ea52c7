package org.gatebook.eventstore.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.event.EventName;
import org.gatebook.eventstore.sealing.PersonalModule;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EventRegistryTest {

    sealed interface NoteEvent extends DomainEvent {

        @EventName(value = "note.written", revision = 3)
        record NoteWritten(
                String text, BigDecimal weight, @Nullable Object extra) implements NoteEvent {}

        @EventName("note.burnt")
        record NoteBurnt() implements NoteEvent {}
    }

    @EventName("note.burnt")
    record Impostor() implements DomainEvent {}

    record Nameless() implements DomainEvent {}

    private record Renaming(int from, String before, String after) implements Upcaster {
        @Override
        public String name() {
            return "note.written";
        }

        @Override
        public ObjectNode upcast(ObjectNode payload) {
            payload.set(after, payload.remove(before));
            return payload;
        }
    }

    private static final List<Upcaster> UPCASTERS =
            List.of(new Renaming(1, "content", "body"), new Renaming(2, "body", "text"));

    private final EventRegistry registry = new EventRegistry(List.of(new EventFamily(NoteEvent.class, UPCASTERS)));

    private final List<UnknownEvent> alarms = new ArrayList<>();

    private final EventCodec codec =
            new EventCodec(registry, EventJson.mapper(new PersonalModule(noKeys())), alarms::add);

    private static SubjectKeys noKeys() {
        return (SubjectKeys) java.lang.reflect.Proxy.newProxyInstance(
                SubjectKeys.class.getClassLoader(), new Class<?>[] {SubjectKeys.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("nothing is sealed here");
                });
    }

    @Test
    void names_map_both_ways() {
        assertThat(registry.of(NoteEvent.NoteWritten.class).name()).isEqualTo("note.written");
        assertThat(registry.named("note.burnt").orElseThrow().type()).isEqualTo(NoteEvent.NoteBurnt.class);
        assertThat(registry.all()).hasSize(2);
    }

    @Test
    void an_event_is_stored_exactly() {
        NoteEvent.NoteWritten event =
                new NoteEvent.NoteWritten("x", new BigDecimal("1.50"), List.of(new BigDecimal("2.10"), "a"));

        String text = codec.write(event);

        assertThat(text).isEqualTo("{\"text\":\"x\",\"weight\":1.50,\"extra\":[2.10,\"a\"]}");
        assertThat(codec.read("note.written", 3, text)).isEqualTo(event);
    }

    @Test
    void older_revisions_are_brought_up_step_by_step() {
        assertThat(codec.read("note.written", 1, "{\"content\":\"old\",\"weight\":1.10}"))
                .isEqualTo(new NoteEvent.NoteWritten("old", new BigDecimal("1.10"), null));
    }

    @Test
    void an_unknown_name_or_revision_is_loud() {
        assertThatThrownBy(() -> codec.read("note.eaten", 1, "{}"))
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("note.eaten");
        assertThatThrownBy(() -> codec.read("note.written", 4, "{}"))
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("revision 4");
        assertThat(alarms).as("the node is told to stop").hasSize(2);
        assertThat(registry.knows("note.written", 1)).isTrue();
        assertThat(registry.knows("note.written", 4)).isFalse();
    }

    @Test
    void a_revision_without_the_way_from_there_is_loud() {
        EventRegistry gap = new EventRegistry(List.of(new EventFamily(NoteEvent.class, UPCASTERS.subList(0, 1))));

        assertThat(gap.knows("note.written", 1)).isFalse();
    }

    @Test
    void an_unknown_property_is_loud() {
        assertThatThrownBy(() -> codec.read("note.burnt", 1, "{\"by\":\"x\"}")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void two_events_of_one_name_and_events_without_name_are_refused() {
        assertThatThrownBy(() ->
                        new EventRegistry(List.of(EventFamily.of(NoteEvent.class), EventFamily.of(Impostor.class))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EventRegistry(List.of(EventFamily.of(Nameless.class))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_upcaster_that_leads_nowhere_is_refused() {
        assertThatThrownBy(() -> new EventRegistry(
                        List.of(new EventFamily(NoteEvent.class, List.of(new Renaming(3, "a", "b"))))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
