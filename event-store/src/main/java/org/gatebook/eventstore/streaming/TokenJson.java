package org.gatebook.eventstore.streaming;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * How tokens are stored: as JSON. A replay token carries others as fields of an interface type, so it needs type names
 * inside the JSON; only Axon's own tokens are accepted for them.
 */
final class TokenJson {

    private TokenJson() {}

    static Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        json -> json.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.eventhandling.")
                                .allowIfSubType("org.axonframework.eventsourcing.eventstore.")
                                .build()))
                .build();
    }
}
