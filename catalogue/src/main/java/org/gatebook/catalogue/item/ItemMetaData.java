package org.gatebook.catalogue.item;

import static org.gatebook.web.form.kind.Types.json;

import java.util.Map;
import java.util.TreeMap;
import org.gatebook.api.EventSlug;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.event.Events;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.form.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Texts that products carry under names that the event declares, with the event's text where a product says nothing. */
@Component
final class ItemMetaData {

    static final Field<JsonNode> META_DATA = Field.optional(
            "meta_data",
            json().must(
                            node -> node.isObject() && node.valueStream().allMatch(JsonNode::isString),
                            "meta_data needs to be an object (str -> str)."));

    private final Events events;

    ItemMetaData(Events events) {
        this.events = events;
    }

    /** Lets only declared names pass. */
    void check(Change change) {
        change.fill("meta_data", Map.of());
        if (change.touches("meta_data") && change.get("meta_data") instanceof Map<?, ?> sent && !sent.isEmpty()) {
            Map<String, @Nullable Object> declared = declared(change.owner());
            sent.keySet().stream()
                    .filter(name -> !declared.containsKey(String.valueOf(name)))
                    .findFirst()
                    .ifPresent(name -> {
                        throw change.refused("meta_data", "Item meta data property '" + name + "' does not exist.");
                    });
        }
    }

    /** The names that the event declares, with the text that holds where a product says nothing. */
    Map<String, @Nullable Object> declared(Owner owner) {
        EventSlug slug = owner.event();
        Document event = slug == null ? null : events.named(owner, slug.value());
        return event == null ? Map.of() : event.object("item_meta_properties");
    }

    /** What is shown of a product, or of a variation over its product, sorted by name. */
    static Map<String, @Nullable Object> over(Map<String, @Nullable Object> below, Document document) {
        Map<String, @Nullable Object> shown = new TreeMap<>(below);
        shown.putAll(document.object("meta_data"));
        return shown;
    }
}
