package org.gatebook.api.ticket;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket held before a scanner. The scan is a fact; what was decided about it is said by the event around it.
 *
 * @param id number that clients see
 * @param list the check-in list it was scanned for
 * @param at when, by the device's own clock if it sent a time
 * @param device the device's id; null for other clients
 * @param deviceId the device's number within its organizer; null for other clients
 * @param gate the gate's id; null if none
 * @param nonce what the client sent to recognise a repeated upload
 * @param sourceType what was held before the scanner: barcode, nfc_uid ...
 * @param forceSent whether the client insisted
 * @param forced whether insisting made a difference
 * @param automatic whether nobody scanned: the order's sales channel or the list's closing time did
 */
public record Scan(
        long id,
        long list,
        Direction type,
        Instant at,
        @Nullable Long device,
        @Nullable Long deviceId,
        @Nullable Long gate,
        @Nullable String nonce,
        String sourceType,
        boolean forceSent,
        boolean forced,
        boolean automatic) {

    /** The same scan, let through only because the client insisted. */
    public Scan asForced() {
        return new Scan(id, list, type, at, device, deviceId, gate, nonce, sourceType, forceSent, true, automatic);
    }

    /** Into the place or out of it. */
    public enum Direction {
        /** Into the place. */
        ENTRY("entry"),
        /** Out of the place. */
        EXIT("exit");

        private final String code;

        Direction(String code) {
            this.code = code;
        }

        /** The name in the API and in events. */
        @JsonValue
        public String code() {
            return code;
        }
    }
}
