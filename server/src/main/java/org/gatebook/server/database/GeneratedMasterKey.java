package org.gatebook.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import org.gatebook.eventstore.sealing.MasterKey;
import org.gatebook.server.settings.ServerSettings;
import org.gatebook.server.settings.SettingsException;

/** The master key of a data folder, for whoever sets none. */
public final class GeneratedMasterKey {

    private static final int BYTES = 32;
    private static final String FILE = "master.key";

    private GeneratedMasterKey() {}

    /** Makes the folder's key unless it has one. Only for a new folder: another key could not open what an old one sealed. */
    static void createIn(Path data) throws IOException {
        if (Files.exists(data.resolve(FILE))) {
            return;
        }
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Path unfinished = DatabaseFolder.createPrivate(data.resolve(FILE + ".new"));
        Files.writeString(unfinished, Base64.getEncoder().encodeToString(bytes));
        Files.move(unfinished, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The key to work with: the one that is set, else the one of the data folder.
     *
     * @throws SettingsException if neither is there or it is no key
     */
    public static MasterKey orSet(ServerSettings settings) {
        String set = settings.masterKey();
        if (set != null) {
            return decoded("GATEBOOK_MASTER_KEY", set);
        }
        try {
            return decoded(FILE, Files.readString(settings.data().resolve(FILE)));
        } catch (IOException e) {
            throw new SettingsException(
                    "The data folder has no readable %s, which opens everything sealed in its database. "
                                    .formatted(FILE)
                            + "Bring it back from a backup, or set GATEBOOK_MASTER_KEY.");
        }
    }

    private static MasterKey decoded(String source, String text) {
        try {
            return MasterKey.ofBase64(text);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(source + " is not 32 bytes in Base64.");
        }
    }
}
