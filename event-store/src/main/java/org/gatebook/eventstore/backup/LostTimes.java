package org.gatebook.eventstore.backup;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * The times between a backup and the end of its restore: what clients have learnt then may be no longer so (ADR 0044). Read
 * once, because a restore comes before the start of every server on its database.
 */
public final class LostTimes {

    private record LostTime(Instant from, Instant to) {}

    private final SingletonSupplier<List<LostTime>> all;

    /** @param jdbc as the application */
    public LostTimes(JdbcTemplate jdbc) {
        this.all = SingletonSupplier.of(() -> jdbc.query(
                "select lost_from, lost_to from ops.restoration where lost_to is not null",
                (row, number) -> new LostTime(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getObject(2, OffsetDateTime.class).toInstant())));
    }

    /** Whether somebody who knows everything as of this moment knows what is lost. */
    public boolean hold(Instant moment) {
        return Objects.requireNonNull(all.get()).stream()
                .anyMatch(lost -> moment.isAfter(lost.from()) && !moment.isAfter(lost.to()));
    }
}
