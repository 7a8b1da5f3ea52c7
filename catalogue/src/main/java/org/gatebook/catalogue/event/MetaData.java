package org.gatebook.catalogue.event;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Properties that organizers give their events. None can be declared yet, so none exists. */
public final class MetaData {

    private MetaData() {}

    /** What is wrong with these properties; empty when nothing is. */
    public static Optional<String> complaint(JsonNode sent) {
        if (!isTexts(sent)) {
            return Optional.of("meta_data needs to be an object (str -> str).");
        }
        return sent.propertyNames().stream()
                .findFirst()
                .map(name -> "Meta data property '" + name + "' does not exist.");
    }

    /** Whether this is an object of texts. */
    static boolean isTexts(JsonNode sent) {
        return sent.isObject()
                && sent.properties().stream()
                        .allMatch(property -> property.getValue().isString());
    }
}
