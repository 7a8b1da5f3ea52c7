package org.gatebook.api.catalogue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How an organizer's own gift cards are made (behaviour notes, gift cards 1.1 and 1.9).
 *
 * @param codeLength characters of a generated code
 * @param expiryYears full years that a card made by Gatebook is good for; null: for ever
 * @param timezone the organizer's clock, in which the year ends
 */
public record GiftCardSettings(int codeLength, @Nullable Integer expiryYears, ZoneId timezone) {

    /** When a card made at this moment expires: the last second of a year, or null for never. */
    public @Nullable Instant expiryOf(Instant now) {
        return expiryYears == null
                ? null
                : LocalDateTime.of(now.atZone(timezone).getYear() + expiryYears, 12, 31, 23, 59, 59)
                        .atZone(timezone)
                        .toInstant();
    }
}
