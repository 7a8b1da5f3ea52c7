package org.gatebook.eventstore.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.gatebook.eventstore.sealing.PersonalModule;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The JSON of stored events and snapshots: components in their declared order, nulls left out, numbers exact, unknown
 * properties refused, because a fact that is silently dropped is a lie.
 */
public final class EventJson {

    private EventJson() {}

    /** @param personal how sealed values are written and read */
    public static JsonMapper mapper(PersonalModule personal) {
        return JsonMapper.builder()
                .addModule(personal)
                .addModule(new SimpleModule().addDeserializer(Instant.class, new Moments()))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
    }
}
