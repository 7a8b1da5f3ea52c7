package org.gatebook.catalogue.seating;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A seat as a plan describes it.
 *
 * @param guid its name in the plan
 * @param category says which product is sold for it
 */
record PlannedSeat(
        String guid,
        @Nullable String zone,
        @Nullable String row,
        @Nullable String rowLabel,
        @Nullable String number,
        @Nullable String numberLabel,
        String category) {

    /** What is kept of it. */
    Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(SeatFields.GUID, guid);
        fields.put(SeatFields.ZONE, zone);
        fields.put(SeatFields.ROW, row);
        fields.put(SeatFields.ROW_LABEL, rowLabel);
        fields.put(SeatFields.NUMBER, number);
        fields.put(SeatFields.NUMBER_LABEL, numberLabel);
        fields.put(SeatFields.CATEGORY, category);
        return fields;
    }
}
