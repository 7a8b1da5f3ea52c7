package org.gatebook.query.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Comparator;
import org.gatebook.api.ticket.Scan;
import org.jspecify.annotations.Nullable;

/** An accepted scan as positions show it (behaviour notes, orders 4.6). */
@JsonPropertyOrder({"id", "datetime", "list", "auto_checked_in", "gate", "device", "device_id", "type"})
record CheckinView(
        long id,
        Instant datetime,
        long list,
        @JsonProperty("auto_checked_in") boolean automatic,
        @Nullable Long gate,
        @Nullable Long device,
        @JsonProperty("device_id") @Nullable Long deviceId,
        String type) {

    static final Comparator<CheckinView> NEWEST_FIRST = Comparator.comparing(CheckinView::datetime)
            .thenComparingLong(CheckinView::id)
            .reversed();

    static CheckinView of(Scan scan) {
        return new CheckinView(
                scan.id(),
                scan.at(),
                scan.list(),
                scan.automatic(),
                scan.gate(),
                scan.device(),
                scan.deviceId(),
                scan.type().code());
    }
}
