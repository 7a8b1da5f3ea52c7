package org.gatebook.catalogue.seating;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.api.offer.Seat;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** Seats as they are stored: of an event, or as parts of one of its dates. Their key is their name in the plan. */
final class SeatFields {

    static final String GUID = "seat_guid";
    static final String ZONE = "zone_name";
    static final String ROW = "row_name";
    static final String ROW_LABEL = "row_label";
    static final String NUMBER = "seat_number";
    static final String NUMBER_LABEL = "seat_label";
    static final String CATEGORY = "category";
    static final String BLOCKED = "blocked";

    static final ResourceType TYPE = ResourceType.declare("seat", KeptBy.NOBODY)
            .plain(GUID, ZONE, ROW, ROW_LABEL, NUMBER, NUMBER_LABEL, CATEGORY, BLOCKED)
            .build();

    private SeatFields() {}

    /** The seat as decisions and answers about orders see it. */
    static Seat seat(Document seat) {
        return new Seat(
                seat.id(),
                seat.text(GUID),
                seat.owner().parent(),
                name(seat),
                seat.textOrNull(ZONE),
                seat.textOrNull(ROW),
                seat.textOrNull(ROW_LABEL),
                seat.textOrNull(NUMBER_LABEL),
                seat.textOrNull(NUMBER),
                seat.textOrNull(CATEGORY),
                seat.flag(BLOCKED));
    }

    /** The name for people (recording documented/seat-details): labels win over numbers, missing parts are left out. */
    private static String name(Document seat) {
        List<String> parts = new ArrayList<>();
        add(parts, seat.textOrNull(ZONE), "", null);
        add(parts, seat.textOrNull(ROW_LABEL), "Row ", seat.textOrNull(ROW));
        add(parts, seat.textOrNull(NUMBER_LABEL), "Seat ", seat.textOrNull(NUMBER));
        return parts.isEmpty() ? seat.text(GUID) : String.join(", ", parts);
    }

    private static void add(List<String> parts, @Nullable String label, String word, @Nullable String number) {
        if (label != null && !label.isEmpty()) {
            parts.add(label);
        } else if (number != null && !number.isEmpty()) {
            parts.add(word + number);
        }
    }
}
