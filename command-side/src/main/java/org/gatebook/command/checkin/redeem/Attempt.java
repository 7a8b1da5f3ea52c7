package org.gatebook.command.checkin.redeem;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.catalogue.checkin.CheckinListPlaces.PlacedList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a client asks at the door.
 *
 * @param lists one of each event; at least one
 * @param number a position's number that the code may mean too; null if it means none
 * @param spacesMayBePluses whether an unknown code is tried again with spaces in the place of its pluses, which old apps
 *     send (behaviour notes, check-in 4.3)
 * @param outdated whether the app tries an unknown code again for ever, unless it is told another reason (likewise)
 * @param sourceType what was read: barcode, nfc_uid ...
 * @param at when, by the client's own clock if it sent a time
 * @param canceledSupported whether the client knows that reason; others take a cancelled order for an unpaid one
 * @param answers by question
 */
record Attempt(
        List<PlacedList> lists,
        String code,
        @Nullable Long number,
        boolean spacesMayBePluses,
        boolean outdated,
        String sourceType,
        Direction type,
        Instant at,
        boolean force,
        boolean ignoreUnpaid,
        @Nullable String nonce,
        boolean questionsSupported,
        boolean canceledSupported,
        Map<String, JsonNode> answers) {

    Attempt {
        lists = List.copyOf(lists);
        answers = Map.copyOf(answers);
    }

    /** The list of the event; one of them is, since nothing else is looked for. */
    PlacedList listOf(EventSlug event) {
        return lists.stream()
                .filter(list -> list.offer().event().equals(event))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is scanned for this event"));
    }
}
