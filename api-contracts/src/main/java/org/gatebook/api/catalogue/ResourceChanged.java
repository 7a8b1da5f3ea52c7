package org.gatebook.api.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.event.EventName;
import org.gatebook.api.personal.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A resource was created (first of its stream) or changed; this is what it is since then.
 *
 * @param event slug of the event that it belongs to; null for resources of the organizer
 * @param parent id of the resource that it is a part of (a token's team); null if it stands for itself
 * @param key its name in addresses where that is not the id (an identifier, a slug); null if there is none or if it is
 *     itself personal or secret
 * @param plain every field that is neither personal nor secret, as JSON values: texts, numbers, booleans, lists, maps,
 *     null
 * @param personal the fields about a person; those without a value are left out
 * @param secretsSet names of the secret fields that have a value; the values are nowhere in the log
 * @param secretsChanged names of the secret fields that this change set, replaced or cleared
 */
@EventName("catalogue.resource_changed")
public record ResourceChanged(
        String kind,
        long id,
        @Nullable String event,
        @Nullable Long parent,
        @Nullable String key,
        Map<String, @Nullable Object> plain,
        Map<String, Personal<Object>> personal,
        List<String> secretsSet,
        List<String> secretsChanged)
        implements CatalogueEvent {

    // Not the compact form: javac leaves the annotations inside type arguments out of its parameters.
    public ResourceChanged(
            String kind,
            long id,
            @Nullable String event,
            @Nullable Long parent,
            @Nullable String key,
            Map<String, @Nullable Object> plain,
            Map<String, Personal<Object>> personal,
            List<String> secretsSet,
            List<String> secretsChanged) {
        this.kind = kind;
        this.id = id;
        this.event = event;
        this.parent = parent;
        this.key = key;
        this.plain = Collections.unmodifiableMap(new LinkedHashMap<>(plain));
        this.personal = Collections.unmodifiableMap(new LinkedHashMap<>(personal));
        this.secretsSet = List.copyOf(secretsSet);
        this.secretsChanged = List.copyOf(secretsChanged);
    }
}
