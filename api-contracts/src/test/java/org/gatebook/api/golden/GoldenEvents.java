package org.gatebook.api.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.event.EventName;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Holds events to what was once stored: for every event of a family and its present revision a file
 * {@code golden/NAME.vREVISION.json} is read and written again without loss. The files are never edited; an event that
 * no longer reads its file needs a new revision. A personal value in a file must be sealed.
 */
public final class GoldenEvents {

    /** As the event store writes events, except that the sealed text itself stands in for a personal value. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SealedAsItIs())
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private GoldenEvents() {}

    /** One test for each event below this sealed interface. */
    public static Stream<DynamicTest> of(Class<? extends DomainEvent> family) {
        return events(family).map(event -> DynamicTest.dynamicTest(file(event), () -> check(event)));
    }

    private static Stream<Class<?>> events(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(GoldenEvents::events)
                : Stream.of(type);
    }

    private static String file(Class<?> event) {
        EventName name = event.getAnnotation(EventName.class);
        assertThat(name).as("the name of %s", event).isNotNull();
        return name.value() + ".v" + name.revision() + ".json";
    }

    private static void check(Class<?> event) {
        JsonNode stored = stored(event);
        JsonNode again = JSON.readTree(JSON.writeValueAsString(JSON.treeToValue(stored, event)));
        assertThat(again).isEqualTo(stored);
        assertThat(names(stored)).as("the components of %s", event).containsExactlyElementsOf(components(event));
    }

    private static JsonNode stored(Class<?> event) {
        String path = "/golden/" + file(event);
        try (InputStream golden = GoldenEvents.class.getResourceAsStream(path)) {
            assertThat(golden).as(path).isNotNull();
            return JSON.readTree(golden);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        Iterator<String> all = object.propertyNames().iterator();
        all.forEachRemaining(names::add);
        return names;
    }

    private static List<String> components(Class<?> event) {
        return Stream.of(event.getRecordComponents())
                .map(component -> component.getName())
                .toList();
    }

    /** Fails on a personal value that is not sealed, and keeps the sealed text of one that is. */
    private static final class SealedAsItIs extends SimpleModule {
        private static final long serialVersionUID = 1L;

        private SealedAsItIs() {
            addSerializer(new StdSerializer<Personal<?>>(JsonMapper.shared().constructType(Personal.class)) {
                @Override
                public void serialize(Personal<?> personal, JsonGenerator json, SerializationContext context) {
                    json.writeStartObject();
                    json.writeStringProperty("subject", personal.subject().value());
                    json.writeStringProperty("sealed", (String) personal.value().orElseThrow());
                    if (personal.bearer()) {
                        json.writeBooleanProperty("bearer", true);
                    }
                    json.writeEndObject();
                }
            });
        }

        @Override
        public void setupModule(JacksonModule.SetupContext context) {
            super.setupModule(context);
            context.addDeserializers(new Deserializers.Base() {
                @Override
                public ValueDeserializer<?> findBeanDeserializer(
                        JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
                    return type.hasRawClass(Personal.class) ? new SealedText() : null;
                }

                @Override
                public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
                    return type == Personal.class;
                }
            });
        }
    }

    private static final class SealedText extends ValueDeserializer<Personal<?>> {
        @Override
        public Personal<?> deserialize(JsonParser json, DeserializationContext context) {
            JsonNode node = context.readTree(json);
            assertThat(node.isObject()).as("a sealed value, not %s", node).isTrue();
            assertThat(names(node)).as("what a sealed value consists of").isSubsetOf("subject", "sealed", "bearer");
            String sealed = node.path("sealed").asString();
            assertThat(Base64.getDecoder().decode(sealed)).as("ciphertext").hasSizeGreaterThan(16);
            return new Personal.Known<>(
                    new SubjectId(node.path("subject").asString()),
                    sealed,
                    node.path("bearer").asBoolean(false));
        }
    }
}
