package org.gatebook.eventstore.sealing;

import java.util.Base64;
import java.util.Optional;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes personal values sealed, {@code {"subject": "giftcard:1", "sealed": "<base64>", "bearer": true}}, and reads them
 * again. What is left of an erased subject has no {@code sealed}.
 */
public final class PersonalModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    private static final String SUBJECT = "subject";
    private static final String SEALED = "sealed";
    private static final String BEARER = "bearer";

    /** Values inside the ciphertext are plain JSON. */
    private static final JsonMapper PLAIN = JsonMapper.shared();

    private final transient SubjectKeys keys;

    public PersonalModule(SubjectKeys keys) {
        super("gatebook-personal");
        this.keys = keys;
    }

    @Override
    public void setupModule(JacksonModule.SetupContext context) {
        addSerializer(new Sealing(keys));
        super.setupModule(context);
        context.addDeserializers(new Deserializers.Base() {
            @Override
            public @Nullable ValueDeserializer<?> findBeanDeserializer(
                    JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
                return type.hasRawClass(Personal.class) ? new Opening(keys, type.containedTypeOrUnknown(0)) : null;
            }

            @Override
            public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
                return type == Personal.class;
            }
        });
    }

    private static final class Sealing extends StdSerializer<Personal<?>> {

        private final SubjectKeys keys;

        private Sealing(SubjectKeys keys) {
            super(PLAIN.constructType(Personal.class));
            this.keys = keys;
        }

        @Override
        public void serialize(Personal<?> personal, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty(SUBJECT, personal.subject().value());
            if (personal instanceof Personal.Known<?> known) {
                Optional<SubjectKey> key = keys.obtain(known.subject());
                if (key.isPresent()) {
                    byte[] sealed = key.get().seal(PLAIN.writeValueAsBytes(known.known()));
                    json.writeStringProperty(SEALED, Base64.getEncoder().encodeToString(sealed));
                }
            }
            if (personal.bearer()) {
                json.writeBooleanProperty(BEARER, true);
            }
            json.writeEndObject();
        }
    }

    private static final class Opening extends ValueDeserializer<Personal<?>> {

        private final SubjectKeys keys;
        private final JavaType type;

        private Opening(SubjectKeys keys, JavaType type) {
            this.keys = keys;
            this.type = type;
        }

        @Override
        public Personal<?> deserialize(JsonParser json, DeserializationContext context) {
            JsonNode node = context.readTree(json);
            SubjectId subject = new SubjectId(node.path(SUBJECT).asString());
            boolean bearer = node.path(BEARER).asBoolean(false);
            JsonNode sealed = node.path(SEALED);
            if (!sealed.isString()) {
                return new Personal.Erased<>(subject, bearer);
            }
            Optional<SubjectKey> key = keys.existing(subject);
            if (key.isEmpty()) {
                return new Personal.Erased<>(subject, bearer);
            }
            Object value = PLAIN.readValue(key.get().open(Base64.getDecoder().decode(sealed.asString())), type);
            return new Personal.Known<>(subject, value, bearer);
        }
    }
}
