package org.gatebook.eventstore.backup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.gatebook.api.installation.InstallationEvent;
import org.gatebook.api.installation.InstallationRestored;
import org.gatebook.api.installation.InstallationRestored.LeftOutNumbers;
import org.gatebook.api.installation.InstallationRestored.LostHistory;
import org.gatebook.api.installation.InstallationRestored.RestoredBackup;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.AuditContext.Actor;
import org.gatebook.eventstore.EventAppender;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.backup.Restore.LeftOut;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The restores of this installation, as its log tells them. */
public final class Restorations {

    private static final String NAME = "restore";

    private final TransactionalUnit unit;
    private final EventAppender log;
    private final EventReader events;
    private final JdbcTemplate jdbc;
    private final List<NumberSequences> sequences;

    public Restorations(
            TransactionalUnit unit,
            EventAppender log,
            EventReader events,
            JdbcTemplate jdbc,
            Collection<? extends NumberSequences> sequences) {
        this.unit = unit;
        this.log = log;
        this.events = events;
        this.jdbc = jdbc;
        this.sequences = List.copyOf(sequences);
    }

    /** All of them, the first one first. */
    public List<InstallationRestored> all() {
        return events.ofAggregate(InstallationEvent.STREAM, -1).stream()
                .map(RecordedEvent::payload)
                .map(InstallationRestored.class::cast)
                .toList();
    }

    /**
     * What the operator says about a restore.
     *
     * @param by who does it
     * @param numbers how many numbers each sequence without gaps leaves out
     * @param begun sequences that began after the backup
     */
    public record Wishes(String by, long numbers, List<NumberSequences.Named> begun) {

        public Wishes {
            begun = List.copyOf(begun);
        }
    }

    /**
     * Ends a restore: records it, and from now on servers may start.
     *
     * @param evidence what signed checkpoints say of what is lost; null if there are none
     * @return what was recorded
     */
    public InstallationRestored finish(
            RestoredBackup backup, LeftOut leftOut, Wishes wishes, @Nullable LostHistory evidence) {
        AuditContext audit = AuditContext.system(
                        NAME, "cli", NAME + "-" + UUID.randomUUID(), InstallationEvent.ORGANIZER)
                .by(new Actor("operator", wishes.by(), wishes.by()));
        return unit.write(Opening.plain(), audit, entered -> {
            List<LeftOutNumbers> numbers = new ArrayList<>();
            sequences.forEach(some -> numbers.addAll(some.leaveOut(wishes.numbers(), wishes.begun())));
            InstallationRestored restored = new InstallationRestored(
                    UUID.randomUUID().toString(),
                    backup,
                    wishes.by(),
                    leftOut.positions(),
                    leftOut.clientIds(),
                    numbers,
                    evidence);
            log.append(InstallationEvent.KIND, InstallationEvent.STREAM, all().size(), restored);
            jdbc.update("update ops.restoration set lost_to = clock_timestamp() where lost_to is null");
            return Ending.done(() -> restored);
        });
    }
}
