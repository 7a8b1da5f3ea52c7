package org.gatebook.eventstore.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup is, in its file {@code manifest.json}.
 *
 * @param format of the folder
 * @param backup a UUID; that of the log for the keys that belong to it
 * @param takenAt the moment whose state it holds, by the database's clock
 * @param softwareVersion of whoever wrote it
 * @param scripts versions of the migrations that the database had
 * @param log what it holds of the log; null in a backup of keys
 * @param files the tables
 */
record Manifest(
        String format,
        String backup,
        Instant takenAt,
        String softwareVersion,
        List<String> scripts,
        @Nullable LogPart log,
        List<TableFile> files) {

    static final String OF_LOG = "gatebook-backup-1";
    static final String OF_KEYS = "gatebook-keys-1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Manifest {
        scripts = List.copyOf(scripts);
        files = List.copyOf(files);
    }

    /**
     * The log of a backup.
     *
     * @param events how many
     * @param position of the last one
     * @param root of the tree over them (ADR 0034), in Base64
     * @param positionSequence how far positions were drawn
     * @param clientIds how far ids that clients see were drawn
     */
    record LogPart(long events, long position, String root, long positionSequence, long clientIds) {}

    /**
     * A table in a file: COPY's text format, gzip.
     *
     * @param columns in the order of the file
     */
    record TableFile(String table, String file, List<String> columns, long rows) {

        TableFile {
            columns = List.copyOf(columns);
        }
    }

    String json() {
        return JSON.writeValueAsString(this) + "\n";
    }

    /** @throws BackupUnusable if that is none */
    static Manifest parse(byte[] json) {
        try {
            return JSON.readValue(json, Manifest.class);
        } catch (JacksonException e) {
            throw new BackupUnusable(BackupFolder.MANIFEST + " is not one of a backup");
        }
    }
}
