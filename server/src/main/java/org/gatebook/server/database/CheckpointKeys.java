package org.gatebook.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.gatebook.eventstore.evidence.EvidenceSettings;
import org.gatebook.eventstore.note.SigningKey;
import org.gatebook.eventstore.note.VerifierKey;
import org.gatebook.server.settings.ServerSettings;
import org.gatebook.server.settings.SettingsException;
import org.jspecify.annotations.Nullable;

/** The keys of checkpoints: those that are set, or one that the data folder keeps. */
public final class CheckpointKeys {

    private static final String FILE = "checkpoint.key";
    private static final int NAME_BYTES = 8;

    private CheckpointKeys() {}

    /**
     * Makes the folder's key unless it has one. Its name is the name of the log, so it is one that no other log has.
     *
     * @param data the data folder, whose owner alone can read the key
     */
    static void createIn(Path data) throws IOException {
        if (Files.exists(data.resolve(FILE))) {
            return;
        }
        byte[] name = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(name);
        SigningKey key = SigningKey.generate("gatebook.local/" + HexFormat.of().formatHex(name));
        Path unfinished = DatabaseFolder.createPrivate(data.resolve(FILE + ".new"));
        Files.writeString(unfinished, key.secret());
        Files.move(unfinished, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * What the settings say about evidence; null if none is kept.
     *
     * @throws SettingsException if a key cannot be read, or there is none that counts
     */
    public static @Nullable EvidenceSettings evidence(ServerSettings settings) {
        Path folder = settings.evidence().folder();
        if (folder == null) {
            return null;
        }
        SigningKey key = signing(settings);
        List<VerifierKey> trusted = trusted(settings, key);
        if (trusted.isEmpty()) {
            throw new SettingsException(
                    "GATEBOOK_EVIDENCE needs a key: GATEBOOK_CHECKPOINT_KEY to write checkpoints, or"
                            + " GATEBOOK_CHECKPOINT_PUBLIC_KEYS to check them.");
        }
        return new EvidenceSettings(folder, trusted, key);
    }

    /**
     * The keys whose checkpoints count, without a database at hand.
     *
     * @throws SettingsException if there is none or one cannot be read
     */
    public static List<VerifierKey> trusted(ServerSettings settings) {
        List<VerifierKey> trusted = given(settings);
        if (trusted.isEmpty()) {
            throw new SettingsException(
                    "no key counts: give the log's public key as --checkpoint-public-keys, or its data folder.");
        }
        return trusted;
    }

    /** The same; empty if there is none. */
    public static List<VerifierKey> given(ServerSettings settings) {
        return trusted(settings, signing(settings));
    }

    private static List<VerifierKey> trusted(ServerSettings settings, @Nullable SigningKey key) {
        if (!settings.evidence().publicKeys().isEmpty()) {
            return settings.evidence().publicKeys().stream()
                    .map(CheckpointKeys::verifier)
                    .toList();
        }
        return key == null ? List.of() : List.of(key.verifier());
    }

    private static @Nullable SigningKey signing(ServerSettings settings) {
        String set = settings.evidence().key();
        if (set != null) {
            return parsed("GATEBOOK_CHECKPOINT_KEY", set);
        }
        Path file = settings.data().resolve(FILE);
        if (settings.database().url() != null || !Files.exists(file)) {
            return null;
        }
        try {
            return parsed(FILE, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static SigningKey parsed(String source, String line) {
        try {
            return SigningKey.parse(line);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(source + " " + e.getMessage() + ".");
        }
    }

    private static VerifierKey verifier(String line) {
        try {
            return VerifierKey.parse(line);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("GATEBOOK_CHECKPOINT_PUBLIC_KEYS: " + line + " " + e.getMessage() + ".");
        }
    }
}
