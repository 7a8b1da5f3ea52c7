package org.gatebook.catalogue.seating;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A plan as clients send it: categories, and seats in rows in zones. Whatever else is in it (positions, colours, areas)
 * is for those who draw it, and kept as it is.
 */
final class SeatingLayout {

    private static final String NO_PLAN = "Your layout file is not a valid seating plan. Error message: ";

    private final JsonNode layout;

    SeatingLayout(JsonNode layout) {
        this.layout = layout;
    }

    /** What is wrong with a plan; null when nothing is. */
    static @Nullable String fault(JsonNode layout) {
        try {
            new SeatingLayout(layout).seats();
            return null;
        } catch (Faulty faulty) {
            return NO_PLAN + faulty.getMessage();
        }
    }

    /** All seats, as the plan orders them. @throws Faulty if it is no plan */
    List<PlannedSeat> seats() {
        object(layout, "The plan");
        text(layout, "name");
        object(required(layout, "size"), "size");
        Set<String> categories = new HashSet<>();
        for (JsonNode category : list(layout, "categories")) {
            categories.add(text(category, "name"));
        }
        List<PlannedSeat> seats = new ArrayList<>();
        Set<String> guids = new HashSet<>();
        for (JsonNode zone : list(layout, "zones")) {
            String name = text(zone, "name");
            for (JsonNode row : list(zone, "rows")) {
                for (JsonNode seat : list(row, "seats")) {
                    PlannedSeat planned = seat(zone, row, seat, name);
                    if (!categories.contains(planned.category())) {
                        throw new Faulty("'" + planned.category() + "' is not one of the categories");
                    }
                    if (!guids.add(planned.guid())) {
                        throw new Faulty("there is more than one seat '" + planned.guid() + "'");
                    }
                    seats.add(planned);
                }
            }
        }
        return seats;
    }

    private static PlannedSeat seat(JsonNode zone, JsonNode row, JsonNode seat, String zoneName) {
        String rowNumber = text(row, "row_number");
        String number = text(seat, "seat_number");
        return new PlannedSeat(
                text(seat, "seat_guid"),
                blankToNull(zoneName),
                blankToNull(rowNumber),
                label(rowNumber, "row_label", row, zone),
                blankToNull(number),
                label(number, "seat_label", seat, row, zone),
                text(seat, "category"));
    }

    /** The label nearest to the seat; a {@code %s} in it stands for the number. */
    private static @Nullable String label(String number, String member, JsonNode... nearestFirst) {
        for (JsonNode holder : nearestFirst) {
            JsonNode label = holder.path(member);
            if (label.isString() && !label.stringValue().isEmpty()) {
                return label.stringValue().replace("%s", number);
            }
        }
        return null;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String text(JsonNode object, String member) {
        JsonNode value = required(object, member);
        if (!value.isString()) {
            throw new Faulty(member + " is not of type 'string'");
        }
        return value.stringValue();
    }

    private static JsonNode list(JsonNode object, String member) {
        JsonNode value = required(object, member);
        if (!value.isArray()) {
            throw new Faulty(member + " is not of type 'array'");
        }
        value.forEach(entry -> object(entry, member));
        return value;
    }

    private static JsonNode required(JsonNode object, String member) {
        JsonNode value = object.path(member);
        if (value.isMissingNode()) {
            throw new Faulty("'" + member + "' is a required property");
        }
        return value;
    }

    private static void object(JsonNode value, String name) {
        if (!value.isObject()) {
            throw new Faulty(name + " is not of type 'object'");
        }
    }

    /** Not a plan. */
    static final class Faulty extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Faulty(String message) {
            super(message, null, false, false);
        }
    }
}
