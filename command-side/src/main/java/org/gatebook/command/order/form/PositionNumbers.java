package org.gatebook.command.order.form;

import java.util.List;
import java.util.Objects;
import org.gatebook.web.error.FieldErrorCollector;
import org.gatebook.web.form.Parsed;

/**
 * Clients number all positions or none; add-ons follow their main position directly (behaviour notes, orders 7.4). Zero
 * is no number.
 */
final class PositionNumbers {

    private static final String ALL_OR_NONE = "If you set position IDs manually, you need to do so for all positions.";
    private static final String CONSECUTIVE = "Position IDs need to be consecutive.";
    private static final String DIRECTLY_BEFORE = "If you set addon_to, you need to make sure that the referenced"
            + " position ID exists and is transmitted directly before its add-ons.";
    private static final String MANUALLY =
            "If you set addon_to on any position, you need to specify position IDs manually.";

    private PositionNumbers() {}

    static void check(List<Parsed> rows, FieldErrorCollector errors) {
        long numbered = rows.stream().filter(PositionNumbers::isNumbered).count();
        if (numbered == 0) {
            if (rows.stream().anyMatch(row -> addonTo(row) != 0)) {
                for (int index = 0; index < rows.size(); index++) {
                    errors.add(MANUALLY, index, PositionForm.NUMBER.name());
                }
            }
        } else if (numbered < rows.size()) {
            for (int index = 0; index < rows.size(); index++) {
                if (!isNumbered(rows.get(index))) {
                    errors.add(ALL_OR_NONE, index, PositionForm.NUMBER.name());
                }
            }
        } else {
            checkNumbers(rows, errors);
        }
    }

    private static void checkNumbers(List<Parsed> rows, FieldErrorCollector errors) {
        long last = 0;
        long main = 0;
        for (int index = 0; index < rows.size(); index++) {
            long number = rows.get(index).get(PositionForm.NUMBER);
            long parent = addonTo(rows.get(index));
            if (parent == 0) {
                main = number;
            } else if (parent != main) {
                errors.add(DIRECTLY_BEFORE, index, PositionForm.ADDON_TO.name());
            }
            if (number != last + 1) {
                errors.add(CONSECUTIVE, index, PositionForm.NUMBER.name());
            }
            last = number;
        }
    }

    private static boolean isNumbered(Parsed row) {
        return row.get(PositionForm.NUMBER, 0L) != 0;
    }

    /** Zero counts as none. */
    private static long addonTo(Parsed row) {
        return Objects.requireNonNullElse(row.find(PositionForm.ADDON_TO), 0L);
    }
}
