package org.gatebook.server.scanner;

import java.time.Instant;

/**
 * A scan as the app keeps it until the server has it.
 *
 * @param position the ticket's number; its secret may be another one by the time of the upload
 * @param at by the device's clock, right or wrong
 * @param asked whether it was sent online before, so that the server may know it under its own time
 */
record QueuedScan(String secret, long position, String type, Instant at, String nonce, boolean asked) {

    String body() {
        return """
            {"datetime": "%s", "force": true, "ignore_unpaid": false, "nonce": "%s", "type": "%s",
             "source_type": "barcode", "answers": {}, "questions_supported": false, "canceled_supported": true}\
            """.formatted(at, nonce, type);
    }
}
