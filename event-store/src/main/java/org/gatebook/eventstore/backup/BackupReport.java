package org.gatebook.eventstore.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.gatebook.api.installation.InstallationRestored.RestoredBackup;

/**
 * What a backup holds.
 *
 * @param id its name, a UUID
 * @param takenAt the moment whose state it holds
 * @param softwareVersion of whoever wrote it
 * @param events how many
 * @param position of the last one; 0 if there is none
 * @param root of the tree over them, in Base64
 * @param rows in all tables
 */
public record BackupReport(
        String id, Instant takenAt, String softwareVersion, long events, long position, String root, long rows) {

    static BackupReport of(Manifest manifest) {
        Manifest.LogPart log = manifest.log();
        if (log == null) {
            throw new BackupUnusable("there is no log in it");
        }
        return new BackupReport(
                manifest.backup(),
                manifest.takenAt(),
                manifest.softwareVersion(),
                log.events(),
                log.position(),
                log.root(),
                manifest.files().stream().mapToLong(Manifest.TableFile::rows).sum());
    }

    /** As the event of a restore names it. */
    public RestoredBackup restored() {
        return new RestoredBackup(id, takenAt, softwareVersion, events, position, root);
    }

    /** As an operator reads it. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "backup %s of %s, by version %s%n"
                        + "%,d events up to position %d, %,d rows in all%n"
                        + "root of the tree over the events %s%n",
                id,
                takenAt,
                softwareVersion,
                events,
                position,
                rows,
                root);
    }

    /**
     * A backup that was just written.
     *
     * @param held how long writers had to wait for it
     * @param took how long it took in all
     * @param keys how many keys were written apart; -1 if none were asked for
     */
    public record Written(BackupReport backup, Duration held, Duration took, long keys) {}
}
