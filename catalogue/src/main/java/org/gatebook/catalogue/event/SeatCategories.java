package org.gatebook.catalogue.event;

import java.util.Map;
import java.util.Optional;
import org.gatebook.api.offer.Item;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which product the seats of each category of a plan are. */
public final class SeatCategories {

    private SeatCategories() {}

    /** What is wrong with this mapping; null when nothing is. */
    public static @Nullable String complaint(JsonNode sent, Map<Long, Item> items) {
        if (!sent.isObject()
                || !sent.properties().stream()
                        .allMatch(category -> category.getValue().isIntegralNumber())) {
            return "seat_category_mapping needs to be an object (str -> int).";
        }
        Optional<JsonNode> unknown = sent.properties().stream()
                .map(Map.Entry::getValue)
                .filter(item -> !items.containsKey(item.longValue()))
                .findFirst();
        return unknown.map(item -> "Item '" + item + "' does not exist.").orElse(null);
    }
}
